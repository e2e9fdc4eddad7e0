FROM alpine:3.22
LABEL com.docker.thing=1 org.opencontainers.image.title=ok a..b=2 -x=3 "v 1"=4 maintainer=me x-=5
