# the release to build
ARG VERSION=21
FROM debian:$VERSION
