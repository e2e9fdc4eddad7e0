FROM debian:13-slim
RUN --mount=type=cache,target=/c --network=host \
    ./fetch.sh
ONBUILD RUN --network=host ./fetch.sh
