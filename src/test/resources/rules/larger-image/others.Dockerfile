FROM debian:bookworm AS one
RUN apt-get update
FROM node:24-slim AS two
RUN npm ci
FROM python:3.13
RUN pip install --no-cache-dir numpy
