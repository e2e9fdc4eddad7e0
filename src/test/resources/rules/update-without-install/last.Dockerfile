FROM alpine:3.22
RUN apk add --no-cache tini
RUN apk update
CMD ["tini"]
FROM debian:13-slim
RUN apt update && install --mode=755 a b
