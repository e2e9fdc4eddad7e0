FROM eclipse-temurin:21-jre
LABEL org.opencontainers.image.authors="Team <team@example.com>"
