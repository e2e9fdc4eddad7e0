FROM alpine:3.22
ENV MODE = production
