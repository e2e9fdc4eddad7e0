FROM alpine:3.22
INSTALL tini
