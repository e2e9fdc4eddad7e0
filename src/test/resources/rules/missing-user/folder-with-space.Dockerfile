FROM alpine:3.22
WORKDIR "/srv/my app"
COPY server .
CMD ["./server"]
