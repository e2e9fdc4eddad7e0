FROM node:24-alpine
USER node
COPY --chown=node server.js /app/
