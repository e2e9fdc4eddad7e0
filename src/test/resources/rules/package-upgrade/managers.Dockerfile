FROM alpine:3.22
RUN apk upgrade --no-cache
RUN apk upgrade --no-cache openssl
