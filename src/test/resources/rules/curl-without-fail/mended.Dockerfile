FROM debian:13-slim
RUN curl -f -sSL -o /usr/local/bin/tool https://example.com/tool
