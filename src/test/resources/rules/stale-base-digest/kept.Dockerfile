ARG BASE=alpine@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1
FROM ${BASE} AS argument
LABEL org.opencontainers.image.base.digest="sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715"
FROM alpine:3.22 AS tag
LABEL org.opencontainers.image.base.digest="sha256:8a1f59ffb675680d47db6337b49d22281a139e9d709335b492be023728e11715"
FROM alpine@sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1
LABEL org.opencontainers.image.base.digest="sha256:4bcff63911fcb4448bd4fdacec207030997caf25e9bea4045fa6c8c44de311d1"
LABEL org.opencontainers.image.base.digest="${DIGEST}"
