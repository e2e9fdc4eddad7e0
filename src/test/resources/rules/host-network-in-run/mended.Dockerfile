FROM debian:13-slim
RUN ./fetch.sh
