FROM debian:13-slim
WORKDIR /app
COPY --chmod=755 service ./
CMD ["./service"]
