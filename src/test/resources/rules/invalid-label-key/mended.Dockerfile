FROM eclipse-temurin:21-jre
LABEL build-date="2026-09-01"
