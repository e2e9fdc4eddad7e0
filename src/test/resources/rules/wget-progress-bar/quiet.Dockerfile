FROM alpine:3.22
RUN wget https://example.com/a && wget -q https://example.com/b
RUN wget -nv https://example.com/c -O- | sh
RUN wget -o /tmp/log https://example.com/d
RUN apk add wget
