FROM debian:13-slim
RUN useradd -m -p "$HASH" app && mkdir /app
RUN mkdir /run/sshd && echo "root:$PASSWORD" | chpasswd && chmod 755 /run/sshd
RUN echo "root:$PASSWORD" | chpasswd
RUN echo "$PASSWORD" | passwd --stdin root || exit 1
RUN usermod --password=$HASH app
