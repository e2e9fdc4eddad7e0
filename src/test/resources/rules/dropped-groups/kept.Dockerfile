FROM debian:13-slim
RUN useradd --system app && usermod -aG video app && useradd web && usermod -aG www-data web
USER app
USER app:video
USER web:www-data
USER 1000:1000
USER $NAME:app
FROM alpine:3.22
RUN addgroup -S app && adduser -S -G app app
USER app:app
