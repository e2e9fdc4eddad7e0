FROM --platform=linux/arm64/v8 arm64v8/alpine:3.22 AS one
FROM --platform=linux/arm/v7 arm32v6/alpine:3.22 AS two
FROM --platform=$BUILDPLATFORM arm64v8/alpine:3.22 AS three
FROM --platform=linux/aarch64 arm64v8/alpine:3.22 AS four
FROM --platform=windows/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2022 AS five
FROM --platform=linux/amd64 example.com/arm64v8/alpine:3.22 AS six
FROM --platform=linux/amd64 one
