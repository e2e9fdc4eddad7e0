# syntax=docker/dockerfile:1
ARG BASE=debian:13-slim
FROM node AS node
FROM ${BASE} AS Build
RUN make
FROM scratch
COPY --from=build /bin/app /bin/app
COPY --from=BUILD /etc/app /etc/app
COPY --from=0 /usr/local/bin/node /bin/node
COPY --from=busybox:1.37 /bin/sh /bin/sh
COPY --from=busybox /bin/ls /bin/ls
COPY --from=tianon/gosu /gosu-amd64 /bin/gosu
COPY --from=ghcr.io/astral-sh/uv /uv /bin/uv
RUN --mount=from=build,target=/build true
RUN --mount=type=cache,target=/root/.cache true
ONBUILD COPY --from=assets /dist /srv
