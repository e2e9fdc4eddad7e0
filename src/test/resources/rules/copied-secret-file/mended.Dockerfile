FROM node:24-alpine
COPY .env.example /app/.env.example
