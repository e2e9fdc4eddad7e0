FROM node:24 AS build
RUN npm ci
FROM ruby:3.4-slim
RUN npm ci \
 && npm run build
RUN gem install bundler
RUN if true; then composer install; fi
RUN pacman -S --noconfirm less
RUN --mount=type=cache,target=/root/.npm npm ci
