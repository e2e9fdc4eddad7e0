FROM golang:1.25 AS build
RUN go build -o /out/app ./cmd
FROM debian:13-slim
COPY --from=build /out/app /usr/local/bin/app
