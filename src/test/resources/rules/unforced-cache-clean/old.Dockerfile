FROM node:6-alpine
RUN npm install && npm cache clean

FROM node:boron
RUN npm cache clean

FROM debian:13-slim
RUN npm cache clean
