FROM eclipse-temurin:21-jdk AS build
COPY . .

FROM eclipse-temurin:21-jre AS app
COPY app.jar /app/
