# syntax=docker/dockerfile:1
FROM eclipse-temurin:21-jre
ARG ARTIFACT
ADD runtime.tar.gz /opt/
ADD "legacy.tar.xz" /opt/
ADD https://example.com/agent.jar /opt/
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d https://example.com/tool /opt/
ADD git@git.example.com:team/app.git#v1 /src
ADD $ARTIFACT /app/
ADD rootfs.tar app.jar /app/
COPY app.jar /app/
