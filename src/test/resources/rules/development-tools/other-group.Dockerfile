FROM python:3.13-alpine
RUN apk add --no-cache --virtual .build-deps gcc musl-dev && pip install -r requirements.txt
COPY . /app
RUN apk del .build-deps
EXPOSE 8000
CMD ["gunicorn", "app:app"]
