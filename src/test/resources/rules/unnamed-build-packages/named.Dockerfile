FROM alpine:3.22
RUN apk add --no-cache --virtual .build-deps gcc && make && apk del .build-deps
RUN apk add -t deps git && apk del git
RUN apk add --no-cache tini && apk del wget
RUN apk del git && apk add git
RUN if true; then apk add git; else apk del git; fi
