FROM debian:13-slim
