FROM eclipse-temurin:21-jre AS a
ENV A=1
FROM a
USER 1000
