FROM node:24-slim AS tools
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*

FROM tools AS development
CMD ["npm", "run", "dev"]

FROM tools AS build
RUN npm run build
