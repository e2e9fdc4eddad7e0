FROM example.com/alpine AS apk
RUN apk add --no-cache tar && wget https://example.com/tool.tar.gz

FROM example.com/base AS unknown
RUN wget https://example.com/tool.tar.gz

FROM example.com/debian AS apt
RUN apt-get update

FROM apt
RUN wget https://example.com/tool.tar.gz
