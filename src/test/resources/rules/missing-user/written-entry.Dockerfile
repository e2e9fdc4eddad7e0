FROM debian:13-slim
COPY --chmod=755 <<EOF /entrypoint.sh
#!/bin/sh
exec "$@"
EOF
COPY server /usr/local/bin/
ENTRYPOINT ["/entrypoint.sh"]
CMD ["server"]
