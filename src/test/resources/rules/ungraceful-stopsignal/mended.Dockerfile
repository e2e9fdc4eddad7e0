FROM eclipse-temurin:21-jre
STOPSIGNAL SIGTERM
