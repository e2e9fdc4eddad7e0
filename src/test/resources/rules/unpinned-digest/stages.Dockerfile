FROM debian:13-slim AS one
FROM one
FROM scratch
