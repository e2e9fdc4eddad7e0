FROM registry.example.com/team/runtime:3
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
COPY app /app
ENTRYPOINT ["/app/run"]
