FROM alpine:3.22
RUN --security=sandbox true
