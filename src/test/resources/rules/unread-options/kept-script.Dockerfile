FROM eclipse-temurin:21-jre
ENV JAVA_OPTS="-Xmx512m"
ENTRYPOINT ["/start.sh"]
CMD ["java", "-jar", "/app.jar"]
