FROM alpine:3.22
COPY crontab /etc/crontabs/root
CMD ["crond", "-f"]
