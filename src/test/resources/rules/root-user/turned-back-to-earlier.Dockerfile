FROM debian:13-slim
RUN useradd --uid 1500 --create-home app
USER app
WORKDIR /home/app
COPY --chown=app . .
USER root
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*

HEALTHCHECK CMD curl -f http://localhost:8080/
CMD ["./server"]
