FROM debian:13-slim
RUN curl -fsSL https://example.com/tool.tar.gz | tar xz -C /tmp \
 && cd /tmp/tool-* \
 && make install
RUN (cd /opt/one && make) && (cd /opt/two && make)
RUN cd "$(mktemp -d)" && touch probe
RUN cd ~ && ls
RUN cd - || true
RUN for dir in one two; do cd "/src/$dir" && make; done
RUN make && cd /src && make install
RUN DIR=/opt/tool; cd "$DIR" && make
RUN cd /src/*/ && make
WORKDIR /cd
RUN echo cd /src
