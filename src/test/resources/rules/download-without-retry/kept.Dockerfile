FROM debian:13-slim
ENV CURL_HOME=/etc/curl
RUN curl -fsSL https://example.com/a -o a
FROM debian:13-slim
RUN curl --retry 3 -fsSL https://example.com/a -o a && curl --version && wget https://example.com/b
