ARG IMAGE
ARG TAG=21
FROM eclipse-temurin:${TAG} AS one
FROM ${IMAGE} AS two
FROM ${IMAGE:-alpine}
