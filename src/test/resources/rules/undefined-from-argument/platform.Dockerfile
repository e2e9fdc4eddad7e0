FROM --platform=$BULIDPLATFORM alpine:3.22 AS one
FROM --platform=$BUILDPLATFORM alpine:$NOTHING
