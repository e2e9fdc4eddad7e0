FROM debian:13-slim AS build
RUN curl -fsSLo /tmp/a.tgz https://example.com/a.tgz && tar -xf /tmp/a.tgz
FROM debian:13-slim
RUN curl -fsSLo /tmp/a.tgz https://example.com/a.tgz && tar -xf /tmp/a.tgz -C /opt && rm -rf /tmp/*
RUN curl -fsSLO https://example.com/b.tgz && tar -xf b.tgz && rm *.tgz
RUN dir="$(mktemp -d)" && curl -fsSLo "$dir/c.zip" https://example.com/c.zip && unzip "$dir/c.zip" && rm -rf "$dir"
RUN --mount=type=tmpfs,target=/tmp curl -fsSLo /tmp/d.tgz https://example.com/d.tgz && tar -xf /tmp/d.tgz -C /opt
RUN curl -fsSL https://example.com/e.tgz | tar -xz -C /opt
RUN curl -fsSLo /opt/app.jar https://example.com/app.jar
RUN curl -fsSLo /tmp/f.tgz https://example.com/f.tgz && tar -xf /tmp/f.tgz -C /opt && find /tmp -type f -delete
