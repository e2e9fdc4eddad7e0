FROM node:22-slim
WORKDIR /app
COPY package.json package-lock.json .
COPY server.js health.js /app
COPY one.conf two.conf /etc/app
