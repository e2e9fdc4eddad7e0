FROM alpine:3.22
RUN echo "$SUM  app.tar.gz" | sha256sum -c - \
    && echo "$SUM *app.tar.gz" | sha256sum -c - \
    && echo $SUM *app.tar.gz | sha256sum -c - \
    && echo "$SUM app.tar.gz" > sums \
    && echo "hello world" | sha256sum
