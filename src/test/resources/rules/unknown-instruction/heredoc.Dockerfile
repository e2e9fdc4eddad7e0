FROM alpine:3.22
RUN <<EOT
INSTALL packages here
apk add --no-cache tini
EOT
COPY <<index.html /usr/share/nginx/html/
HELLO world
index.html
