FROM python:3.13-slim AS base
HEALTHCHECK CMD ["python", "-m", "app.health"]

FROM base
EXPOSE 8000
CMD ["uvicorn", "app:app"]
