FROM node:22
ONBUILD ADD package.json /app/
