FROM debian:13-slim
RUN curl -sSL https://example.com/tool-$VERSION.tgz -o /opt/tool.tgz \
 && echo "$SUM  /opt/tool.tgz" | sha256sum -c -
