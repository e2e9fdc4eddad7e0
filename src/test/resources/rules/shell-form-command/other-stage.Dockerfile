FROM debian:13-slim AS base
SHELL ["/bin/bash", "-o", "pipefail", "-c"]

FROM debian:13-slim
CMD /usr/local/bin/serve
