FROM eclipse-temurin:21-jre
RUN echo "a \
b" && c \

  && d \
# why
  && e
ENV A="x \
y"
COPY <<EOF /a
 a
b
EOF
RUN echo 'a \
b
