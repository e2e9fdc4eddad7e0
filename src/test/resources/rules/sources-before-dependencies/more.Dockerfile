FROM golang:1.25 AS go
COPY . /src
WORKDIR /src
RUN go mod download
RUN go build ./...

FROM rust:1.90 AS rust
COPY . .
RUN cargo build --release

FROM ruby:3.4 AS ruby
COPY . .
RUN bundle install

FROM composer:2 AS php
COPY . .
RUN composer install --no-dev

FROM mcr.microsoft.com/dotnet/sdk:9.0 AS dotnet
COPY . .
RUN dotnet publish -c Release -o /out

FROM gradle:8-jdk21 AS gradle
COPY . .
RUN gradle --no-daemon bootJar

FROM python:3.13-slim AS tools
COPY . .
RUN pip install --upgrade pip && pip install flask gunicorn

FROM python:3.13-slim AS uv
COPY . .
RUN uv sync --frozen
