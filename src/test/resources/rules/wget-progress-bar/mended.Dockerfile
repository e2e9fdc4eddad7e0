FROM debian:13-slim
RUN wget --progress=dot:giga https://example.com/tool.tar.gz
