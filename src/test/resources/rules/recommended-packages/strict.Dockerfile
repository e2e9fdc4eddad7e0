FROM debian:13 AS build
RUN apt-get install -y gcc
RUN apt install -y gcc
FROM scratch
COPY --from=build /app /app
