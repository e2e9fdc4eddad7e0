FROM debian:13-slim
COPY service.unit /etc/systemd/system/
CMD ["/sbin/init"]
