FROM debian:13-slim
WORKDIR /app
COPY --chmod=640 server.conf /etc/server/
RUN useradd --system --uid 1500 server
COPY . .
CMD ["./server"]
