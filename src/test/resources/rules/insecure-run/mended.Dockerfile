FROM debian:13-slim
RUN ./build.sh
