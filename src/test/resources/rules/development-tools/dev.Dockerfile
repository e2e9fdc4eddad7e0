FROM python:3.13-slim
RUN apt-get update && apt-get install -y git vim gdb && rm -rf /var/lib/apt/lists/*
EXPOSE 8000
CMD ["gunicorn", "--reload", "app:app"]
