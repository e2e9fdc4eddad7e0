# syntax=docker/dockerfile:1
FROM debian:13 AS build
RUN apt-get update && apt-get install -y build-essential

FROM debian:13-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends ca-certificates \
 && apt-get clean \
 && rm -rf /tmp/* /var/lib/apt/lists/*
RUN --mount=type=cache,target=/var/lib/apt --mount=type=cache,target=/var/cache/apt \
    apt-get update && apt-get install -y --no-install-recommends tini
RUN --mount=type=tmpfs,target=/var/lib/apt/lists apt-get update && apt-get install -y curl
RUN apt-get update; apt-get install -y jq; rm -r /var/lib/apt/lists
RUN apt-get update && apt-get install -y gosu && find /var/lib/apt/lists -type f -delete
RUN apt-get update && apt-get install -y zip && rm -rf /var/lib/{apt,dpkg,cache,log}/
RUN <<EOT
apt-get update
apt-get install -y unzip
rm -rf /var/lib/apt/lists/*
EOT
RUN apt-get install -y --no-install-recommends ./local.deb
COPY --from=build /app /app
