FROM eclipse-temurin:21-jre
cmd java -Dname='a b' "-Dpattern=*" \
    -jar app.jar
