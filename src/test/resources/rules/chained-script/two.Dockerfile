FROM debian:13-slim
RUN a && b
