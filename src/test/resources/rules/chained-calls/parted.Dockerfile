FROM debian:13-slim
RUN a \
 && b \
 && c
RUN a && b
RUN ["sh", "-c", "a && b && c"]
RUN <<EOF
a && b && c
EOF
RUN sh -c "a && b && c"
