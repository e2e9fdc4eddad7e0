FROM debian:13-slim
ENV HOST=0.0.0.0
CMD server --host "$HOST"   \
           --name "a   b"   \
           --fast
