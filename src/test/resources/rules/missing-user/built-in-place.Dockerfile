FROM node:24-slim
WORKDIR /usr/src/app
COPY package*.json ./
RUN npm ci
COPY . .
RUN npm run build
ENV NODE_ENV=production
HEALTHCHECK CMD node health.js
CMD ["npm", "start"]
