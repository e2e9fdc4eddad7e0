FROM eclipse-temurin:21-jre
ENV SERVER_PORT=8080
EXPOSE $SERVER_PORT
CMD ["java", "-jar", "/app/app.jar"]
