FROM debian:13-slim
RUN a && b
RUN a && b || c && d
RUN a && (b; c) && d
RUN a && b=$(c) && d
RUN set -e && a && b
RUN a && if b; then c; fi && d
RUN a && b && c; d
RUN a && ! b && c
RUN <<EOF
a && b && c
EOF
