FROM debian:13-slim
RUN gpg --batch --import key.asc && gpg --version && gpgconf --kill all
