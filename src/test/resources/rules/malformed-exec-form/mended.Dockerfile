FROM eclipse-temurin:21-jre
COPY app.jar /app/
ENTRYPOINT ["java", "-jar", "/app/app.jar"]
