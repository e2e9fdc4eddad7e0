FROM debian:13-slim
RUN ["apt-get", "install", "curl"]
RUN ["/bin/sh", "-c", "apt-get install curl"]
