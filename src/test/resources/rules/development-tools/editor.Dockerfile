FROM python:3.13-slim
RUN apt-get update && apt-get install -y nano strace && rm -rf /var/lib/apt/lists/*
CMD ["python", "-m", "app.worker"]
