FROM python:3.13-slim
EXPOSE 8000
HEALTHCHECK NONE
CMD ["uvicorn", "app:app"]
