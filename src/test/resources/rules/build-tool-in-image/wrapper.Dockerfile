FROM eclipse-temurin:21
WORKDIR /app
COPY . .
RUN ./mvnw -B -ntp -DskipTests package
ENTRYPOINT ["java", "-jar", "target/app.jar"]
