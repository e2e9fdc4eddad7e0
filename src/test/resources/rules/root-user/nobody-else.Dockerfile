FROM debian:13-slim
USER root
COPY server /server
CMD ["/server"]
