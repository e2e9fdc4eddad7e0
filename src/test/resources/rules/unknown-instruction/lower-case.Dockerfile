# syntax=docker/dockerfile:1
from alpine:3.22
maintainer Build Team <build@example.com>
run apk add --no-cache tini
onbuild copy . /app
entrypoint ["/sbin/tini", "--"]
