FROM debian:13-slim AS only
EXPOSE 22

FROM only
EXPOSE 8000
CMD ["/opt/app"]
