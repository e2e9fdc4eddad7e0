FROM --platform=${TARGETPLATFORM} alpine:3.22
FROM --platform=$BUILDPLATFORM alpine:3.22
