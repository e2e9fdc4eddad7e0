FROM debian:13-slim
WORKDIR /app
COPY . .
RUN adduser --system --group server
CMD ["./server"]
