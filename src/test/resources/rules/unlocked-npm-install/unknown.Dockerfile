FROM node:24-slim
COPY package*.json ./
RUN npm install
RUN npm install express
FROM node:24-slim
COPY package.json package-lock.json ./
RUN npm ci
