FROM python:3.13-slim AS base
EXPOSE 8000
FROM base
# what it runs
ENTRYPOINT ["python", "app.py"]
