# syntax=docker/dokerfile:1
FROM alpine:3.22
