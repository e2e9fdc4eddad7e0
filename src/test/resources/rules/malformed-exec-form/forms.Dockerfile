FROM alpine:3.22
CMD ["run", "all",]
ENTRYPOINT [ -f /x ] && run
