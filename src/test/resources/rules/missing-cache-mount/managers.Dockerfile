FROM golang:1.25 AS build
RUN go mod download
FROM python:3.13-slim
RUN pip install -r requirements.txt
RUN --mount=type=cache,target=/root/.cache/pip pip install -r requirements.txt
RUN pip install --no-cache-dir -r other.txt
