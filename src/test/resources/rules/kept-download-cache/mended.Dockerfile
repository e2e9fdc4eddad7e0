FROM node:24-slim
COPY package.json package-lock.json ./
RUN npm ci --omit=dev && npm cache clean --force
