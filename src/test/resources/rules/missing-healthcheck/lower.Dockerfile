from eclipse-temurin:21-jre
expose 8080
cmd ["java", "-jar", "/app/app.jar"]
