FROM debian:13-slim
COPY data.tar.gz /srv/
RUN tar -tzf /srv/data.tar.gz
COPY --from=example.com/x other.tar /tmp/
RUN tar xf /tmp/other.tar && tar xf third.tar
