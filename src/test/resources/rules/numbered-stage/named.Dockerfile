# A tag, a context and an image that begin with digits, and a name that only the build knows.
ARG source=0
FROM maven:3.9-eclipse-temurin-21 AS build
RUN mvn -B package

FROM eclipse-temurin:21-jre
ARG stage
COPY --from=build /target/app.jar /app/
COPY --from=0ad/game:1.2 /data /data/
COPY --from=7 /x /x/
RUN --mount=type=bind,from=build,target=/b cp /b/x /x
