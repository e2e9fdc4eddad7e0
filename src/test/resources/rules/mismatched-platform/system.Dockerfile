FROM --platform=linux arm64v8/debian:13-slim AS one
RUN apt-get update

FROM --platform=arm64 arm64v8/debian:13-slim
CMD ["ls"]
