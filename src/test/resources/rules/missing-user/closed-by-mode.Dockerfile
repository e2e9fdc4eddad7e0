FROM debian:13-slim
COPY --chmod=640 service.conf /etc/service/
COPY server /usr/local/bin/
CMD ["server"]
