FROM eclipse-temurin:21-jre
ENV JAVA_TOOL_OPTIONS="-Xmx512m"
ENTRYPOINT ["java", "-jar", "/app.jar"]
