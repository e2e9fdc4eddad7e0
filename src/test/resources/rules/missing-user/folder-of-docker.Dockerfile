FROM ubuntu:24.04
COPY wrapper /usr/local/bin/
VOLUME /var/lib/docker
CMD ["wrapper"]
