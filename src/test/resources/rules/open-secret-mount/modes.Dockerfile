FROM alpine:3.22
RUN --mount=type=ssh,mode=666 true
RUN --mount=type=cache,mode=0777,target=/c true
RUN --mount=type=secret,id=x true
