FROM eclipse-temurin:21-jre
RUN a  &&  b   "c  d"
COPY a \
     b\ c /d/
LABEL a="b  c"
CMD ["a",  "b"]
COPY <<EOF /a
a  b
EOF
