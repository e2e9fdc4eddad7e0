FROM scratch AS workdir
WORKDIR /data
FROM scratch AS full
ADD rootfs.tar.xz /
FROM full AS more
FROM scratch AS none
FROM alpine:3.22
COPY --from=workdir /data /data
COPY --from=more /etc/passwd /etc/
COPY --from=none / /
COPY --from=none /*.txt /srv/
COPY --from=scratch /a /b
