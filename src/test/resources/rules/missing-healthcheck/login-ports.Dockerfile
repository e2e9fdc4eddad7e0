FROM debian:13-slim
EXPOSE 22 23
CMD ["/usr/sbin/sshd", "-D"]
