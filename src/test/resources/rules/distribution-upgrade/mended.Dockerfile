FROM debian:13.1-slim
RUN apt-get update && apt-get install -y tini && rm -rf /var/lib/apt/lists/*
