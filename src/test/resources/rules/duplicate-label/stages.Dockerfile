FROM alpine:3.22 AS one
LABEL a=1 b=2
FROM alpine:3.22
LABEL a=1
