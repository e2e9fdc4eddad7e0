FROM docker:28-dind
COPY daemon.json /etc/docker/
