ARG KEY=a
FROM eclipse-temurin:21-jre
LABEL owner="app" team-size="3" org.opencontainers.image.title="app"
LABEL contact.name="app" $KEY=1
