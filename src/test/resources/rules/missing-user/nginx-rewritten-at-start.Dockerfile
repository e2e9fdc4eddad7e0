FROM nginx:1.29
COPY site.conf.template /tmp/
CMD ["/bin/sh", "-c", "envsubst < /tmp/site.conf.template > /etc/nginx/conf.d/default.conf && nginx -g 'daemon off;'"]
