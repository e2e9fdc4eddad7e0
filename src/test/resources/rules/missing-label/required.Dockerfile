FROM eclipse-temurin:21-jre AS unused
LABEL owner="team"

FROM eclipse-temurin:21-jre AS copied
COPY app.jar /app/

FROM eclipse-temurin:21-jre
LABEL contact="team@example.com"
COPY --from=copied /app/ /app/
