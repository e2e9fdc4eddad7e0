FROM alpine:3.22 AS base
FROM base AS checked
HEALTHCHECK CMD ["true"]
FROM base AS unchecked
FROM checked
