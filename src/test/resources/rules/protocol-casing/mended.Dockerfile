FROM eclipse-temurin:21-jre
EXPOSE 8080/tcp
