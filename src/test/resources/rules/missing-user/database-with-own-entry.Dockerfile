FROM postgres:17
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
