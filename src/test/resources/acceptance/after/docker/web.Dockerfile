FROM node:22-slim AS development
RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY web/package*.json ./
RUN npm ci
COPY web/ ./
EXPOSE 5173
HEALTHCHECK --interval=30s CMD curl -f http://localhost:5173 || exit 1
CMD ["npm", "run", "dev"]

FROM node:22-slim AS builder
WORKDIR /app
COPY web/package*.json ./
RUN npm ci
COPY web/ ./
RUN npm run build

FROM nginx:1.27-alpine AS production
RUN apk add --no-cache curl && chown -R nginx /var/cache/nginx /run
COPY --from=builder /app/dist /usr/share/nginx/html
EXPOSE 80
USER nginx
HEALTHCHECK --interval=30s CMD curl -f http://localhost/ || exit 1
CMD ["nginx", "-g", "daemon off;"]
