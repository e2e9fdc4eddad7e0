FROM debian:13-slim
USER root
ENTRYPOINT ["gosu", "app", "/bin/app"]
