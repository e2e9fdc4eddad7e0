# syntax=docker/dockerfile:1
# chekc=skip=JSONArgsRecommended
FROM alpine:3.22
