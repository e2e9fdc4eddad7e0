FROM ubuntu:22.04 AS one
RUN apt-get update && apt-get install -y openssl=3.0.2-0ubuntu1.20 libssl-dev
FROM debian:13
ARG OPENSSL_VERSION=3.0.17
RUN apt-get install -y openssl=3.0.17-1~deb12u2
RUN wget https://example.com/source/openssl-3.0.16.tar.gz && echo openssl-3.0.4.tar.gz
