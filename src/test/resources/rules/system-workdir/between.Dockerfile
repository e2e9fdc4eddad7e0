FROM debian:13-slim
WORKDIR /etc
WORKDIR /srv
