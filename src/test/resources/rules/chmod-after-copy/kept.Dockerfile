FROM golang:1.25 AS build
COPY build.sh /build.sh
RUN chmod +x /build.sh && /build.sh
FROM eclipse-temurin:21-jre
COPY --chmod=755 entry.sh /entry.sh
COPY scripts/ /scripts/
RUN chmod -R a+rX /scripts && chmod +x /scripts/*.sh && chmod 755 /srv
