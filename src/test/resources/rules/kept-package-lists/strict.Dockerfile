FROM debian:13-slim AS unused
RUN apt-get update && apt-get install -y gcc
FROM debian:13-slim AS base
RUN apt-get update && apt-get install -y tini && apt-get dist-clean
FROM base
RUN apt-get update && apt-get install -y curl && rm -rf /tmp/*
RUN sudo apt-get update
RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update
RUN --mount=type=cache,target=/var/lib/apt apt-get update
RUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt apt-get update
