ARG BASE
FROM ${BASE}
CMD ["/bin/app"]
