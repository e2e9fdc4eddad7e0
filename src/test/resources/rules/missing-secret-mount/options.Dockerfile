FROM golang:1.25
RUN go mod download && npm ci
