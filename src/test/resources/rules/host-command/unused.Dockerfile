FROM debian:13-slim
RUN a2enmod rewrite && service apache2 restart
RUN service apache2 start; service apache2 stop
RUN kill 1
RUN ssh -T git@example.com
