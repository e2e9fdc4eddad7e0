FROM debian:13-slim
RUN mkdir /data && chown 1000 /data
