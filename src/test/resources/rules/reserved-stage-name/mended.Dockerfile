FROM golang:1.25 AS build
RUN go build -o /app ./cmd
