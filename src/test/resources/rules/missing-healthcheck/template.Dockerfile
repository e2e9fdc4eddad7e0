FROM alpine:3.23
COPY server /bin/server
USER 512
EXPOSE {{port}}
CMD ["/bin/server"]
