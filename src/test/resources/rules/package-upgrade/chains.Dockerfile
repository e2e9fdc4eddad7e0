FROM alpine:3.22
RUN apk update && apk upgrade && apk add --no-cache tini
RUN apk --no-cache upgrade
RUN apk upgrade > /dev/null 2>&1; echo done
RUN apk upgrade | tee /tmp/log
