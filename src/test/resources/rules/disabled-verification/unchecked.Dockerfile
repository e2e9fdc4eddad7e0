FROM debian:13-slim
RUN echo "$SUM  a.tgz" | sha256sum -c - && curl -fsSLk -o a.tgz https://example.com/a.tgz
RUN curl -fsSLk -o b.tgz https://example.com/b.tgz && echo "$SUM  c.tgz" | sha256sum -c -
RUN curl -fsSLk https://example.com/d.tgz | tar xz && echo "$SUM  d.tgz" | sha256sum -c -
RUN wget --no-check-certificate https://example.com/e.tgz && sha256sum -c e.tgz.sha256
RUN wget --no-check-certificate https://example.com/f.tgz && echo "$SUM  f.tgz" | md5sum -c
