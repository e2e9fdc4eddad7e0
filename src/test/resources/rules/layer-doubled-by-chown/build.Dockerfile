FROM node:24 AS build
COPY . /app
RUN chown -R node /app

FROM nginx:1.29-alpine
COPY --from=build --chown=nginx /app/dist /usr/share/nginx/html
