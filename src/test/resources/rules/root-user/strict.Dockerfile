FROM debian:13-slim AS build
USER root
FROM debian:13-slim AS other
USER 0:0
USER app
FROM debian:13-slim
USER 0:0
