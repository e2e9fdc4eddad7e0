FROM golang:1.25 AS build
RUN go build -o /out/app ./cmd
FROM scratch AS one
COPY --from=build /etc/passwd /etc/passwd
USER nobody
FROM scratch AS two
COPY --from=build /rootfs /
USER nobody
FROM scratch AS three
COPY --chown=1000 app /app
USER 1000:1000
FROM scratch AS four
ADD rootfs.tar.xz /
USER www-data
FROM alpine:3.22 AS five
USER nobody
FROM scratch
ARG UID
COPY app /app
USER ${UID}
