FROM debian:13-slim
RUN curl -fSLk -o /tmp/loader.tar.gz https://example.com/loader.tar.gz \
 && echo "e2193a63a87e2388a71854b0114de4fc71e2e40bcf0794faf74bb562691e5b62  /tmp/loader.tar.gz" | sha256sum -c -
RUN wget --no-check-certificate -O python.tar.xz "https://example.com/Python-$VERSION.tar.xz" \
 && wget --no-check-certificate -O python.tar.xz.asc "https://example.com/Python-$VERSION.tar.xz.asc" \
 && gpg --batch --verify python.tar.xz.asc python.tar.xz
RUN wget --no-check-certificate "https://example.com/tool-$VERSION.tgz" \
 && printf '%s  %s\n' "$SUM" "tool-$VERSION.tgz" | sudo shasum -a 256 --check
RUN apt-get purge -y --force-yes libtool && apt-get autoremove -y --allow-unauthenticated
