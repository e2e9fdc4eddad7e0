FROM python:3.13-slim
EXPOSE 8000 9000
CMD ["python", "app.py"]
