FROM node:24-slim
WORKDIR /app
ONBUILD COPY . .
ONBUILD RUN apt-get update
CMD ["node", "."]
