FROM debian:13-slim
USER root
