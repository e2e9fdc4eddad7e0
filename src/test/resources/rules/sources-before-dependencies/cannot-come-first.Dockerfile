# syntax=docker/dockerfile:1
FROM maven:3.9-eclipse-temurin-21 AS cached
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B package

FROM python:3.13-slim AS package
COPY . .
RUN pip install .
RUN pip install -e . && pip install --upgrade pip setuptools

FROM golang:1.25 AS build
COPY . .
RUN go build -o /bin/app ./cmd/app

FROM node:22-slim AS tools
COPY . .
RUN npm install -g serve && npm install left-pad

FROM maven:3.9-eclipse-temurin-21 AS offline
COPY . .
RUN mvn -o package || mvn --version

FROM ruby:3.4 AS vendored
COPY . .
RUN bundle install --local

FROM python:3.13-slim
COPY nginx.conf /etc/nginx/
COPY requirements/ requirements/
RUN pip install -r requirements/production.txt
