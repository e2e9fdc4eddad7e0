FROM debian:13-slim
RUN echo "$SUM app.tar.gz" | sha256sum -c -
