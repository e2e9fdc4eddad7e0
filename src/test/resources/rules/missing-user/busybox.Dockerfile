FROM busybox:1.37
WORKDIR /www
COPY site .
CMD ["httpd-static", "-p", "8080"]
