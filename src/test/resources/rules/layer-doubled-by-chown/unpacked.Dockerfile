FROM node:24-alpine
RUN wget -qO- https://example.com/app.tar.gz | tar -xz -C /srv/app
COPY dist /srv/app/dist
RUN chown -R node:node /srv/app
