FROM eclipse-temurin:21-jre
RUN mkdir /app \
 && mkdir /data
