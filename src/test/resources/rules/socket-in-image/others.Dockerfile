FROM docker:28-cli
ENV DOCKER_HOST=unix:///var/run/docker.sock
VOLUME /var/run/dockershim /data
RUN ls -l /var/run/docker.sock || true
ENTRYPOINT ["dockerd", "-H", "unix:///var/run/docker.sock"]
