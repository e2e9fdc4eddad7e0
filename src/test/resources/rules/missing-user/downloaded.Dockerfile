FROM eclipse-temurin:21-jre-alpine
ADD https://example.com/agent.jar /opt/agent.jar
COPY app.jar /opt/app.jar
ENTRYPOINT ["java", "-javaagent:/opt/agent.jar", "-jar", "/opt/app.jar"]
