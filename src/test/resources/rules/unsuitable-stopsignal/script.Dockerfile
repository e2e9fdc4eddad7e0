FROM alpine:3.22
STOPSIGNAL 15
COPY entry.sh /
ENTRYPOINT ["/entry.sh"]
CMD ["php-fpm84", "-F"]
