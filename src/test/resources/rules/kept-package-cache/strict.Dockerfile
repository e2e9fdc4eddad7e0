FROM fedora:42 AS build
RUN dnf -y upgrade
RUN sudo dnf -y install gcc
FROM node:24 AS base
RUN yarn install
FROM base
RUN apk add curl && rm -rf /var/cache/apk/*
