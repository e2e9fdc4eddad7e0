FROM debian:13-slim
ADD https://example.com/tool.tar.gz /tmp/
RUN tar -xzf /tmp/tool.tar.gz -C /opt && rm /tmp/tool.tar.gz
ADD https://example.com/kept.tar.gz /srv/
ADD --unpack=true https://example.com/other.tar.gz /opt/
RUN tar -tzf /srv/kept.tar.gz && tar -xf other.tar.gz
ADD local.tar.gz /tmp/
RUN tar -xf /tmp/local.tar.gz
