FROM alpine:3.22
RUN --network=none true
