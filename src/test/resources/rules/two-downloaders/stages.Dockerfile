FROM debian:13-slim AS one
RUN curl -fsSLO https://example.com/a
FROM debian:13-slim
RUN wget -q https://example.com/a
