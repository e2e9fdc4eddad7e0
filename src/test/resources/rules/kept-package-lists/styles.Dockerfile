FROM debian:13-slim
RUN apt-get update && \
    apt-get install -y --no-install-recommends tini
RUN set -e; apt-get update; apt-get install -y --no-install-recommends tini;
RUN <<EOF
set -eu
apt-get update
apt-get install -y --no-install-recommends tini
EOF
RUN <<EOF
apt-get update
apt-get install -y --no-install-recommends tini
EOF
RUN ["bash", "-c", "apt-get update && apt-get install -y tini"]
RUN (apt-get update && apt-get install -y tini) # both
RUN apt-get update \
    # what starts the program
    && apt-get install -y --no-install-recommends tini
