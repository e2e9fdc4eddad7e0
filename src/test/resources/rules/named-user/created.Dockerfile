FROM debian:13-slim
RUN groupadd -g 900 app && useradd --uid 901 --gid app app
USER app
USER app:app
USER root
USER $WHO
USER 1000:1000
FROM example.com/base
USER nobody
