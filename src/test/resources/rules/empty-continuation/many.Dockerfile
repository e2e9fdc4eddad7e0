FROM alpine:3.22
RUN one \

# comment

   two
COPY a \
  b
