ARG VERSION
FROM node:24-trixie-slim AS web
FROM python:${VERSION} AS unknown
FROM debian:trixie AS buster
FROM python:3.13-slim AS python-2.7
FROM registry.example.com/team/node:16 AS own
FROM node:lts
FROM node:latest
FROM node@sha256:5f2e0e9eb1a5f1fb8ea4e2b3c9bd9ed4b8c1b4d8f7b2f3e4a5c6d7e8f9a0b1c2
FROM scratch
