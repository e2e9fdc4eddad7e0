ARG VERSION=1.0
FROM eclipse-temurin:21-jre
ARG VERSION
COPY app-$VERSION.jar /app/app.jar
