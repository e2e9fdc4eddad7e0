FROM python:3.13-alpine
RUN apk add --no-cache gcc musl-dev && pip install -r requirements.txt
COPY . /app
EXPOSE 8000
CMD ["gunicorn", "app:app"]
