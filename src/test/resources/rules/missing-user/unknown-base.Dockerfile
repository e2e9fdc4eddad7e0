ARG TAG=3
FROM registry.example.com/team/runtime:${TAG}
CMD ["/bin/app"]
