FROM debian:13-slim
RUN passwd -l root && apt-get install -y chpasswd
RUN usermod -p "*" app -s /bin/bash && useradd -p '!' worker && usermod --password='!!' app
