FROM debian:13-slim

VOLUME /root

# where people log in
EXPOSE 22

CMD ["/usr/sbin/sshd", "-D"]
