FROM debian:13-slim
RUN curl -fsSLO https://example.com/a
RUN curl -fsSLO https://example.com/b
