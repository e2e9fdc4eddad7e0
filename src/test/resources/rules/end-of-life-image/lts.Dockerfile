FROM python:3.13-slim-bookworm
FROM debian:bullseye-slim
