FROM node:24-alpine AS build
COPY --chown=node . /app
USER node
FROM node:24-alpine
COPY --from=build --chown=root /app /app
COPY --chown=1000 conf /conf
USER node
