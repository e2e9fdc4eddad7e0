FROM debian:13-slim

COPY run.sh /run.sh

# it is a script
RUN chmod +x /run.sh

COPY stop.sh /stop.sh

RUN chmod +x /stop.sh
