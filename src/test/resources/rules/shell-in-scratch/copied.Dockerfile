FROM scratch
RUN ["/app"]
ADD rootfs.tar.gz /
RUN true
