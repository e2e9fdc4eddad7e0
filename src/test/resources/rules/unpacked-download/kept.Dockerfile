FROM debian:13-slim
RUN tar -xzf /tmp/local.tar.gz -C /opt && curl -fsSL https://example.com/tool -o /tool
RUN curl -fsSL https://example.com/list | tar -tz
