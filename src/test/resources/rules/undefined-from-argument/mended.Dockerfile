ARG VARIANT=-jre
FROM eclipse-temurin:21${VARIANT}
