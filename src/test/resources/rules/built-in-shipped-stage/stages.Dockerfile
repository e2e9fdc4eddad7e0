FROM golang:1.25 AS build
RUN go build -o /app ./cmd
FROM debian:13-slim
COPY --from=build /app /app
CMD ["/app"]
