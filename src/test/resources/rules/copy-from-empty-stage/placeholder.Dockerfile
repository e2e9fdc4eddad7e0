# docker build --build-context assets=dist .
FROM scratch AS assets

FROM nginx:1.29-alpine
COPY --from=assets /dist /usr/share/nginx/html

FROM assets AS more
LABEL a=b
FROM alpine:3.22
COPY --from=more /dist /srv/
