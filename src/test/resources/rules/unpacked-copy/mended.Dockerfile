FROM debian:13-slim
ADD data.tar.gz /opt/
