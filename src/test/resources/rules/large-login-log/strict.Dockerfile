FROM debian:13-slim
ARG ID
RUN useradd -u $ID app
RUN useradd --uid $ID other
