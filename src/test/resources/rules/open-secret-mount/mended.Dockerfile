FROM node:24-alpine
RUN --mount=type=secret,id=token,mode=0400 ./fetch.sh
