FROM debian:13-slim
RUN curl -fsSL https://example.com/a -o a \
    && curl --location https://example.com/b -o b \
    && curl -I https://example.com/c \
    && curl -X POST -d x=1 https://example.com/d \
    && curl -s http://localhost:8080/health \
    && curl --version \
    && curl -s "$URL"
