FROM debian:13-slim
COPY site /var/www/html
CMD ["apachectl", "-D", "FOREGROUND"]
