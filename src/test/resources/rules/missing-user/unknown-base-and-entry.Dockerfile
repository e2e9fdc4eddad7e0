FROM registry.example.com/team/runtime:3
RUN apk add --no-cache curl
CMD ["/app/run"]
