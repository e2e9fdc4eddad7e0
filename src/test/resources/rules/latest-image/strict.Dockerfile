ARG TAG=latest
FROM debian:latest AS build
FROM debian:$TAG
COPY --from=busybox:latest /bin/sh /bin/sh
