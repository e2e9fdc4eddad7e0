FROM --platform=linux/arm64 alpine:3.22 AS tools-arm64
FROM --platform=linux/amd64 alpine:3.22 AS linux
FROM --platform=$BUILDPLATFORM alpine:3.22
