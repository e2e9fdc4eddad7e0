FROM alpine:3.22
STOPSIGNAL SIGTERM
CMD ["/sbin/init"]
