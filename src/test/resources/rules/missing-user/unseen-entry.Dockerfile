FROM debian:13-slim
COPY start.sh /start.sh
CMD ["sh", "/start.sh"]
