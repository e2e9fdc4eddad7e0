FROM golang:1.25
RUN go build
FROM alpine:3.22 AS named
FROM scratch
COPY --from=0 /app /app
