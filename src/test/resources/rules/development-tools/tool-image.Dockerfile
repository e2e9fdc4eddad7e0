FROM alpine:3.22
RUN apk add --no-cache git ca-certificates
COPY release-notes /usr/local/bin/
ENTRYPOINT ["release-notes"]
