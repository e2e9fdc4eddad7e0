# (c) somebody
FROM maven:3.9
RUN mvn -B package

# builds
FROM golang:1.25 AS build
RUN go build -o /app

# not needed
FROM golang:1.25
RUN go test ./...

# ships
FROM scratch
COPY --from=build /app /app
