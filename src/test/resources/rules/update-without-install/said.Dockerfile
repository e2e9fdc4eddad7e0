FROM debian:13-slim

# what it takes to start and stop
RUN apt-get update
RUN apt-get install -y --no-install-recommends tini
