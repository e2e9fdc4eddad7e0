FROM debian:13-slim
RUN apt-get update && apt-get upgrade -y
RUN apk update
