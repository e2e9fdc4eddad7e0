FROM node:24-slim AS one
WORKDIR /app
RUN npm ci
FROM node:24-slim AS two
WORKDIR /srv
RUN npm ci
FROM node:24-slim
WORKDIR /app
COPY . .
