FROM alpine:3.22
RUN apk update && apk add tini
RUN apk add --no-cache less && apk update
RUN apk update \
 && apk upgrade \
 && apk add curl
RUN apk update || true
RUN apk update && apk update && apk add nano
RUN sh -c 'apk update && apk add vim'
CMD ["tini", "--", "less"]
