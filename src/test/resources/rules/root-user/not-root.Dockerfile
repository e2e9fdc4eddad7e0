FROM debian:13-slim AS build
USER root
RUN make

FROM jenkins/jenkins:2.516-lts
USER root
RUN apt-get update && apt-get install -y --no-install-recommends ansible && rm -rf /var/lib/apt/lists/*
USER jenkins
