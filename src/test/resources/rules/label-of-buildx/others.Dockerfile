FROM eclipse-temurin:21-jre
LABEL org.opencontainers.image.version=1 revision=2 $KEY=3
