FROM alpine:3.24
RUN apk add --no-cache samba-server \

COPY smb.conf /etc/samba/
RUN echo one && \

    echo two
