FROM debian:13-slim
RUN ["curl", "-o", "/tool", "https://example.com/tool"]
