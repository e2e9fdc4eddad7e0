# syntax=docker/dockerfile:1.3
FROM debian:13-slim
RUN a && b && c
