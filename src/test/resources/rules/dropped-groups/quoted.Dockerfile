FROM debian:13-slim
RUN useradd --system app && usermod -aG video app
USER "app:app"
