FROM debian:13-slim
RUN passwd -l root && apt-get install -y chpasswd
