FROM debian:13-slim
COPY setup.sh /tmp/
RUN apt-get update && bash /tmp/setup.sh && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get download tini && dpkg -x tini*.deb / && rm -rf /var/lib/apt/lists/* *.deb
RUN /tmp/setup.sh
