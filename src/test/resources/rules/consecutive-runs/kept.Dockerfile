FROM debian:13-slim
RUN make all \
 && make install \
 && make test \
 && make clean
COPY a b
RUN a | b
RUN --mount=type=cache,target=/root/.m2 mvn package
