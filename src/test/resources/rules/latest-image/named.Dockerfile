ARG NODE_VERSION
FROM node:22 AS latest
FROM latest AS build
FROM node:latest@sha256:5f2e0e9eb1a5f1fb8ea4e2b3c9bd9ed4b8c1b4d8f7b2f3e4a5c6d7e8f9a0b1c2
FROM node:${NODE_VERSION}
FROM node:latest-alpine
FROM node
