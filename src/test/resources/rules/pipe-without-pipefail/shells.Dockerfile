FROM alpine:3.22 AS one
RUN wget -qO- https://example.com/list | sort > /list
RUN wget -qO- https://example.com/list | head -1

FROM debian:13 AS two
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN curl https://example.com/x | sh
FROM two AS three
RUN curl https://example.com/x | sh
FROM example.com/base
RUN set -o pipefail && curl https://example.com/x | sh
RUN echo "a:b" | chpasswd
RUN bash -o pipefail -c 'curl https://example.com/x | sh'
RUN apt-get update && x=$(curl https://example.com/y | tail -1)
CMD run | log
