FROM node:22 AS development
CMD ["npm", "run", "dev"]

FROM development AS test
CMD ["npm", "test"]

FROM node:22-slim
HEALTHCHECK CMD ["node", "health.js"]
ENTRYPOINT ["node"]
CMD ["server.js"]
