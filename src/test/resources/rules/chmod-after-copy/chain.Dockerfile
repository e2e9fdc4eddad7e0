FROM eclipse-temurin:21-jre
COPY --from=example.com/tini:1 /tini /tini
RUN apt-get update \
    && chmod +x /tini \
    && rm -rf /var/lib/apt/lists/*
COPY one /one
RUN chmod g-w /one
