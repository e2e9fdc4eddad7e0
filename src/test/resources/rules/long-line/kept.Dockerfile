FROM debian:13-slim
RUN apt-get update && apt-get install -y --no-install-recommends ca-certificates curl gnupg
# This comment is not a command, so that it may be as long as it likes to be, which is what this one is here to show
CMD ["java", "-Xmx512m", "-Dspring.profiles.active=production", "-Dlogging.level.root=info", "-jar", "/app/application.jar"]
