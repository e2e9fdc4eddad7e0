FROM php:8.4
WORKDIR /var/www/html
COPY html/composer.* ./
RUN composer install
