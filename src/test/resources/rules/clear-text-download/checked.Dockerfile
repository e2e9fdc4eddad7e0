FROM debian:13-slim
RUN curl -fsSLO http://example.com/tool-$VERSION.tgz \
 && echo "$SUM *tool-$VERSION.tgz" | sha512sum -c -
