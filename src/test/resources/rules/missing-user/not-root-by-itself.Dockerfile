FROM gcr.io/distroless/java21-debian13:nonroot
COPY app.jar /app.jar
CMD ["/app.jar"]
