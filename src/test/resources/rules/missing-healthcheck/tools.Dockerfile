FROM node:22-alpine AS alpine
EXPOSE 3000
CMD ["node", "server.js"]
