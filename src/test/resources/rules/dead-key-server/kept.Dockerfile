FROM debian:13-slim
RUN gpg --batch --keyserver hkps://keys.openpgp.org --recv-keys 6F7056AD \
    && gpg --keyserver "$SERVER" --recv-keys 6F7056AD \
    && echo sks-keyservers.net
