FROM debian:13-slim
RUN useradd -u 12345 app && useradd -l -u 1234567 big && useradd --uid=1234567 huge
