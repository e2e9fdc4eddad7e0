FROM fedora:42 AS rpm
RUN dnf install -y tini && sudo -E dnf install -y less

FROM alpine:3.22 AS musl
RUN apk update && apk add tini
RUN apk add --no-cache less
RUN apk add curl && rm -rf /var/cache/apk/*

FROM musl AS last
RUN yarn install --frozen-lockfile && yarn cache clean
RUN yarn \
 && yarn build
RUN pip3 install one; pip3 install two ;
