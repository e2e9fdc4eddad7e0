FROM eclipse-temurin:21-jre AS debug
ENV JAVA_TOOL_OPTIONS="-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=*:5005"
CMD ["java", "-jar", "/app.jar"]

FROM eclipse-temurin:21-jre
ENV JAVA_TOOL_OPTIONS="-agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=5005"
CMD ["java", "-jar", "/app.jar"]
