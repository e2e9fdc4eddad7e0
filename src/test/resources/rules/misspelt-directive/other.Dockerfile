# syntax=example.com/docker/dockerfil:1
# chest = oak
FROM alpine:3.22
