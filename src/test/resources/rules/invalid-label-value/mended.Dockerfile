FROM eclipse-temurin:21-jre
LABEL org.opencontainers.image.created="2026-09-01T12:00:00Z"
