FROM alpine:3.22
RUN apk add --no-cache curl
WORKDIR /srv/app
COPY server ./
COPY data/ ./data/
ENTRYPOINT ["./server"]
