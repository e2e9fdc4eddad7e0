FROM debian:13-slim AS build
RUN make
FROM scratch
COPY --from=build / /
COPY --from=build /usr /usr
