FROM eclipse-temurin:21-jre AS base
LABEL org.opencontainers.image.source="https://git.example.com/team/app"

FROM base AS app
COPY app.jar /app/
