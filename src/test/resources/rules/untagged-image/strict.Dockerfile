FROM debian AS build
FROM scratch
COPY --from=busybox /bin/sh /bin/sh
