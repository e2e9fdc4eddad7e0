FROM python:3.13-slim
CMD exec gunicorn --bind :$PORT app:app
