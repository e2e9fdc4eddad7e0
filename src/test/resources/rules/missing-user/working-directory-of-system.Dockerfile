FROM debian:13-slim
WORKDIR /etc/proxy
COPY proxy.conf .
VOLUME /etc/proxy
CMD ["proxy"]
