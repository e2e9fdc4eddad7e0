FROM alpine:3.22
ARG URL
LABEL org.opencontainers.image.url="$URL" \
  org.opencontainers.image.source="github.com/x/y" \
  org.opencontainers.image.licenses="Apache 2.0" \
  org.opencontainers.image.documentation="https://example.com/docs" \
  org.opencontainers.image.title=""
