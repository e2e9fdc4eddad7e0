FROM python:3.13-slim
RUN apt-get update \
 && apt-get install -y build-essential git curl wget \
 && rm -rf /var/lib/apt/lists/*
COPY . /app
RUN pip install -r /app/requirements.txt
RUN wget -q https://example.com/model.bin -O /app/model.bin
HEALTHCHECK CMD curl -f http://localhost:8000/ || exit 1
EXPOSE 8000
CMD ["gunicorn", "app:app"]
