# syntax=docker/dockerfile-upstream:master
# system=linux
# sytnax=docker/dockerfile:1
FROM alpine:3.22
