ARG BASE
ARG RUNTIME=registry.example.com/team/runtime:3
FROM ${BASE} AS one
CMD ["/bin/app"]

FROM ${RUNTIME}
CMD ["/bin/app"]
