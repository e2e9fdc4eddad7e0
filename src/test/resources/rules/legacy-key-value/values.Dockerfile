FROM alpine:3.22
ENV a one two
ENV b "one two"
ENV c say "hello"
ENV d $a/x
LABEL description It is there
LABEL version=1
ENV e one \
  two
