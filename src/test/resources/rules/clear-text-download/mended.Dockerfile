FROM debian:13-slim
RUN curl -fsSL -o /opt/tool https://example.com/tool
