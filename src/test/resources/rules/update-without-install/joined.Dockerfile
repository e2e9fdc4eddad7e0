FROM debian:13-slim
RUN apt-get update -qq
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get install -y --no-install-recommends tini \
 && rm -rf /var/lib/apt/lists/*
RUN sudo apt-get update && mkdir /a
RUN mkdir /b && sudo apt-get install -y --no-install-recommends nano
RUN apt-get update
RUN set -eux; apt-get install -y --no-install-recommends less; rm -rf /var/lib/apt/lists/*
