FROM debian:13-slim
RUN set -e \
    && apt-get update \
    && apt-get install -y --no-install-recommends \
       curl \
       tini
