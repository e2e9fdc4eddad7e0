FROM debian:13-slim
RUN apt-get update && apt-get install -y --no-install-recommends openjdk-21-jre-headless && rm -rf /var/lib/apt/lists/*
COPY app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]
