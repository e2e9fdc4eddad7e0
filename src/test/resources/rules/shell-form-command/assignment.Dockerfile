FROM eclipse-temurin:21-jre
CMD LANG=C java -jar app.jar > /dev/null
