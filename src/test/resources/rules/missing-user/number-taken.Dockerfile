FROM debian:13-slim
RUN groupadd --gid 10001 app
COPY server /usr/local/bin/
CMD ["server"]
