FROM eclipse-temurin:21-jre
COPY shared/app.conf /etc/app/
