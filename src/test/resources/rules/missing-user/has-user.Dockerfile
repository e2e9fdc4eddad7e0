FROM debian:13-slim AS base
RUN useradd app
USER app

FROM base
CMD ["/bin/app"]
