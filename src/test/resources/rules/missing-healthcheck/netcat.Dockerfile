FROM eclipse-temurin:21-jre-alpine
ENV PORT=8080
EXPOSE ${PORT}
CMD ["java", "-jar", "/app/app.jar"]
