FROM debian:13-slim
RUN make && (cd "$HOME" && make install)
