FROM debian:13-slim
RUN ["curl", "-f", "-o", "/tool", "https://example.com/tool"]
RUN ["wget", "-q", "https://example.com/other"]
