FROM debian:13-slim
RUN echo ready

# the first tool
# comes as an archive
RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt

# the second too
RUN curl -fsSL https://example.com/other.tar.gz | tar -xz -C /opt
RUN curl -fsSL https://example.com/third.tar.gz | tar -xz -C /opt

FROM debian:13-slim
RUN curl -fsSL https://example.com/list | head -n 1
RUN curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt
