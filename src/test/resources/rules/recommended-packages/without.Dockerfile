FROM debian:13-slim
RUN apt-get update \
 && apt-get --no-install-recommends install -y tini \
 && apt-get install -f \
 && apt-get -o APT::Get::List-Cleanup=true install -y --no-install-recommends curl
CMD ["tini"]
