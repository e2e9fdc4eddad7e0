FROM node:24-alpine
WORKDIR /app
COPY --link . .
CMD ["node", "."]
