FROM debian:13-slim
RUN echo '#!/bin/sh\nchown -R app /data\nexec "$@"' > /entrypoint.sh && chmod +x /entrypoint.sh
COPY server /usr/local/bin/
ENTRYPOINT ["/entrypoint.sh"]
CMD ["server"]
