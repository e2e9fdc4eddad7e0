FROM alpine:3.22 AS base
FROM alpine:3.22 AS Base
FROM base AS BASE
