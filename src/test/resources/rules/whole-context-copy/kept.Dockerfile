FROM node:24-alpine AS build
COPY . .
FROM node:24-alpine
COPY --from=build . /app/
COPY src /app/src
