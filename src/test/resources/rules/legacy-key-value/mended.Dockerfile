FROM eclipse-temurin:21-jre
ENV APP_HOME=/opt/app
