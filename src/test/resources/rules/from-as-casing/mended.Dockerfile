FROM eclipse-temurin:21-jre AS app
COPY app.jar /app/
