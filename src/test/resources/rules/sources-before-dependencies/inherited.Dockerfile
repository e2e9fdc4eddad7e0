FROM node:22-slim AS sources
WORKDIR /app
COPY . .

FROM sources
RUN npm ci
