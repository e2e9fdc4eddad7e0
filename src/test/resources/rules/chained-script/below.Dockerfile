FROM debian:13-slim
RUN --network=none \
  echo one && \
  echo two && \
  echo three
