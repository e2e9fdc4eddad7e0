FROM debian:13-slim
RUN useradd --no-log-init -u 1234567 app
