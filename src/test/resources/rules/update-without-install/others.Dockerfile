FROM alpine:3.22
RUN apk update
RUN apk add curl
RUN apk update && apk add tini
FROM opensuse/leap:15.6
RUN zypper refresh
RUN zypper --non-interactive install curl
FROM fedora:42
RUN dnf makecache
