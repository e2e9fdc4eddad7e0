ARG A
ARG B

FROM eclipse-temurin:21-jre

COPY a b
COPY c d

# Who
USER 1000
