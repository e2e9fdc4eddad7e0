FROM eclipse-temurin:21-jre
HEALTHCHECK CMD curl -f http://localhost:8080/ || exit 1
ENTRYPOINT [ "java", \
  "-jar", "/app/app.jar" ]
CMD []
