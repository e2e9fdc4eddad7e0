FROM eclipse-temurin:21-jre
LABEL version="1.1"
