INCLUDE common.docker
FROM alpine:3.22
runn apk add --no-cache tini
ONBUILD COPPY . /app
