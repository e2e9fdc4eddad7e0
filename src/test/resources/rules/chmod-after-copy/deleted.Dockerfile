FROM debian:13-slim
WORKDIR /setup
COPY install.sh install.sh
RUN chmod +x ./install.sh && ./install.sh && rm ./install.sh
COPY all.sh /tmp/all.sh
RUN chmod 755 /tmp/all.sh && /tmp/all.sh && rm -f /tmp/other.sh /tmp/all.sh
