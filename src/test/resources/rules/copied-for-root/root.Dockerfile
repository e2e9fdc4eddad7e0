FROM node:24-alpine
COPY a /a
USER root
COPY b /b
USER node
COPY --chown=root c /c
