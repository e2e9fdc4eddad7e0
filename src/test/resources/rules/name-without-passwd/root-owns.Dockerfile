FROM scratch
COPY --chown=root:root app /app
COPY --chown=root:0 lib /lib
USER 1000
ENTRYPOINT ["/app"]
