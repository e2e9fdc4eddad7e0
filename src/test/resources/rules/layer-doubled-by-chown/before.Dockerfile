FROM node:24-alpine
WORKDIR /app
RUN apk add --no-cache tini && mkdir -p /app
COPY dist ./
RUN chown -R node:node /app
