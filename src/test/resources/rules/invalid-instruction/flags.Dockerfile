FROM eclipse-temurin:21-jre
COPY --chwon=app app.jar /app/
HEALTHCHECK --interval=soon CMD curl -f http://localhost:8080/
