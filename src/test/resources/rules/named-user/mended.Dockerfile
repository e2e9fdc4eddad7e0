FROM node:24-alpine
USER 1000
