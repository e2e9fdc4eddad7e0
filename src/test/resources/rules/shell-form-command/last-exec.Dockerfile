FROM python:3.13-slim
ENTRYPOINT cd /app && exec gunicorn --bind ":$PORT" app:app
