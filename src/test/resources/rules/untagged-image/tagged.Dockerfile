ARG VERSION
ARG IMAGE
ARG TAG=21-jre
FROM maven:3.9-eclipse-temurin-21 AS build
FROM build AS test
FROM eclipse-temurin@sha256:5f2e0e9eb1a5f1fb8ea4e2b3c9bd9ed4b8c1b4d8f7b2f3e4a5c6d7e8f9a0b1c2
FROM $IMAGE
FROM node:$VERSION
FROM eclipse-temurin:${TAG}
FROM scratch
COPY --from=build /target/app.jar /app/
COPY --from=1 /target/report /report
COPY --from=busybox:1.37 /bin/wget /bin/wget
COPY --from=asets /dist /app/static
