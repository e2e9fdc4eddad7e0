FROM debian:13-slim
RUN apt-get update && apt-cache search tini && echo apt > /etc/apt/apt
CMD ["apt", "update"]
