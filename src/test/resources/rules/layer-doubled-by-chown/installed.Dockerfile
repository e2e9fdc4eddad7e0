FROM node:24-alpine
WORKDIR /app
RUN npm install express
COPY dist ./
RUN chown -R node:node /app
