FROM maven:3.9
RUN mvn -B package
FROM golang:1.25
RUN go build -o /app
FROM scratch
COPY --from=1 /app /app
