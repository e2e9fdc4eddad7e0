FROM alpine:3.22
COPY a b .
COPY ["a", "b c", "/x y"]
COPY a b $DIR
COPY a /b
COPY a b c/
