FROM eclipse-temurin:21-jre
ENV APP_HOME=/opt/app
ENV APP_BIN=$APP_HOME/bin
