FROM alpine:3.22
SHELL ["/bin/ash", "-c"]
HEALTHCHECK CMD wget -q -O /dev/null http://127.0.0.1:8080/ || exit 1
ENTRYPOINT app
