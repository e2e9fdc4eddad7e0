FROM eclipse-temurin:21-jre
WORKDIR /app
