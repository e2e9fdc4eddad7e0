FROM alpine:3.22 AS build
SHELL /bin/ash -e -c
COPY --chonw=1000 a /a
HEALTHCHECK --interval=5s curl -f http://localhost/
SHELL ash "-c"
