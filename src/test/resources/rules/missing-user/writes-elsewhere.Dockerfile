FROM debian:13-slim
WORKDIR /app
COPY server .
CMD ./server >> /var/log/server.log 2>&1
