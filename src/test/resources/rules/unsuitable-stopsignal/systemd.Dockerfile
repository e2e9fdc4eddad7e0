FROM debian:13 AS base
RUN apt-get update && apt-get install -y systemd
FROM base
ENTRYPOINT ["/sbin/init"]
