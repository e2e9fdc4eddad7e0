FROM node:22-slim AS deps
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci

FROM deps AS build
COPY . .
RUN npm run build && npm ci --omit=dev

FROM node:22-slim AS copied
WORKDIR /app
COPY --from=deps /app/node_modules ./node_modules
COPY . .
RUN npm run build

FROM maven:3.9-eclipse-temurin-21 AS java
COPY .mvn .mvn
COPY mvnw pom.xml ./
RUN ./mvnw -B dependency:go-offline
COPY src ./src
RUN ./mvnw -B package

FROM python:3.11-slim AS base
COPY requirements.txt ./
RUN python -m venv /opt/venv && /opt/venv/bin/pip install -r requirements.txt

FROM python:3.11-slim
COPY --from=base /opt/venv /opt/venv
COPY . .
CMD ["/opt/venv/bin/gunicorn", "app:app"]
