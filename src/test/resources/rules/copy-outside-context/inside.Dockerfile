FROM alpine:3.22
COPY a/../b /b
COPY --from=example.com/tools ../x /x
ADD ./../c /c
