FROM debian:13-slim AS base
RUN apt-get update
FROM base
RUN apt-get install -y --no-install-recommends tini
