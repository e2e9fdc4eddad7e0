FROM eclipse-temurin:8-jre AS old
ENV JAVA_TOOL_OPTIONS="-XX:+UseConcMarkSweepGC -XX:+PrintGCDateStamps"
CMD ["java", "-jar", "/app.jar"]

FROM eclipse-temurin:21-jre AS lenient
ENV JAVA_TOOL_OPTIONS="-XX:+IgnoreUnrecognizedVMOptions -XX:+UseConcMarkSweepGC"
CMD ["java", "-jar", "/app.jar"]

FROM ibm-semeru-runtimes:open-21-jre AS other
ENV JAVA_TOOL_OPTIONS="-XX:+UseConcMarkSweepGC"
CMD ["java", "-jar", "/app.jar"]

FROM debian:13 AS installed
ENV JAVA_TOOL_OPTIONS="-XX:+UseConcMarkSweepGC"
CMD ["java", "-jar", "/app.jar"]

FROM eclipse-temurin:21-jre AS copied
COPY --from=eclipse-temurin:8-jre /opt/java/openjdk /opt/java/openjdk
ENV JAVA_TOOL_OPTIONS="-XX:+UseConcMarkSweepGC"
CMD ["java", "-jar", "/app.jar"]

FROM eclipse-temurin:21-jre AS unread
ENV JAVA_OPTS="-XX:+UseConcMarkSweepGC"
CMD ["java", "-jar", "/app.jar"]
