FROM debian:13-slim
RUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/90less \
 && apt-get update && apt-get install -y tini
CMD ["tini"]
