FROM python:3.13-alpine
ENV BUILD_PACKAGES="gcc make"
RUN apk add --no-cache --virtual .build-deps gcc musl-dev make \
 && pip install -r requirements.txt \
 && apk del .build-deps
RUN apk add --no-cache git $BUILD_PACKAGES && pip install git+https://git.example.com/x.git && apk del git $BUILD_PACKAGES
RUN apt-get install -y g++ && make && apt-get purge -y --auto-remove g++
EXPOSE 8000
CMD ["gunicorn", "app:app"]
