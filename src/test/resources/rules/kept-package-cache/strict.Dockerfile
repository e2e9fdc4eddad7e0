FROM node:24 AS build
RUN yarn
FROM scratch
COPY --from=build /app /app
