FROM eclipse-temurin:21-jre
LABEL com.example.team="app" org.opencontainers.image.title="app"
