FROM node:24-slim
COPY package.json package-lock.json ./
RUN --mount=type=cache,target=/root/.npm npm ci
