FROM debian:13-slim
RUN apt-get update \
 && apt-get dist-upgrade -y \
 && apt-get install -y --no-install-recommends tini \
 && rm -rf /var/lib/apt/lists/*
# All that is new
RUN sudo apt-get dist-upgrade -y
RUN set -e; apt-get update; apt-get dist-upgrade -y; apt-get clean
RUN apt-get dist-upgrade -y || true
RUN <<EOT
set -e
apt-get full-upgrade -y
apt-get clean
EOT
ONBUILD RUN apt-get dist-upgrade -y
