FROM debian:13-slim
RUN groupadd app && useradd -g app app
