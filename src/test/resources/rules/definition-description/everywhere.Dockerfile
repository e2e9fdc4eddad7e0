# the release to build
ARG VERSION=21-jre
FROM eclipse-temurin:${VERSION}
