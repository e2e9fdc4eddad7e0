FROM debian:13-slim
COPY start.sh /
RUN chmod u+x /start.sh
CMD ["/start.sh"]
