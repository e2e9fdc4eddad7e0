# Audited without its folder: nothing is known of an ignore file.
FROM node:22-slim
COPY . .
