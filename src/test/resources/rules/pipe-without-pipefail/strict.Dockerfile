FROM debian:13
RUN echo "a:b" | chpasswd
