FROM node:24-alpine
WORKDIR /app
COPY --chown=node:node dist ./
RUN chown node:node /app
USER node
CMD ["node", "server.js"]
