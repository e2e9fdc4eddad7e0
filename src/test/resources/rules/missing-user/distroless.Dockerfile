FROM gcr.io/distroless/java21-debian13
WORKDIR /app
COPY target/app.jar ./
COPY config ./config
CMD ["app.jar"]
