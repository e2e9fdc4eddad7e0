FROM alpine:latest
ENV GREETING="🐳 <&>]]>" DB_PASSWORD=tr0ub4dor
RUN cd /opt/🐳 && ./setup.sh
USER 10001
