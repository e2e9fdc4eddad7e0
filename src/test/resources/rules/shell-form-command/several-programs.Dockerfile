FROM eclipse-temurin:21-jre
CMD ./migrate && java -jar app.jar
