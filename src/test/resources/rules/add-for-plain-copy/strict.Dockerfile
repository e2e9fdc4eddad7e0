FROM alpine:3.22
ARG FILE=app.jar
ADD ${FILE} /app/
ADD archive.gz /app/
ONBUILD ADD . /app/
