FROM maven:3.9-eclipse-temurin-21 AS build
RUN mvn -B -ntp package

FROM maven:3.9-eclipse-temurin-21 AS worker
RUN mvn -B -ntp dependency:go-offline
CMD ["java", "-version"]

FROM maven:3.9-eclipse-temurin-21 AS tool
RUN mvn -B -ntp package
CMD ["mvn", "verify"]

FROM eclipse-temurin:21-jre
COPY --from=build /app/target/app.jar /app.jar
CMD ["java", "-jar", "/app.jar"]
