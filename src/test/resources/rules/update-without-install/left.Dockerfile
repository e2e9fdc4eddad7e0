FROM debian:13-slim
RUN apt-get update
USER 1000
RUN apt-get install -y --no-install-recommends tini
RUN apt-get update
RUN ./install.sh
RUN apt-get update || true
RUN apt-get install -y --no-install-recommends nano
RUN apt-get update
RUN mkdir /a; apt-get install -y --no-install-recommends less
RUN apt-get update
