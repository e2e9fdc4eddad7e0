FROM debian:13-slim
RUN service mysql start && mysql -e "CREATE DATABASE shop" && service mysql stop
RUN mysqld_safe & sleep 5 && mysql < /schema.sql && kill %1
RUN --mount=type=ssh ssh -q -T git@example.com
