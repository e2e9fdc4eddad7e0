FROM debian:13-slim
RUN service mysql start && mysql -e "CREATE DATABASE shop"
