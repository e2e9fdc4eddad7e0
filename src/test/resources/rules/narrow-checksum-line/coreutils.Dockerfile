FROM alpine:3.22
RUN apk add --no-cache coreutils
RUN echo "$SUM app.tar.gz" | sha256sum -c -
