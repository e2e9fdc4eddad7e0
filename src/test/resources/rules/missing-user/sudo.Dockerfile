FROM debian:13-slim
CMD sudo -u app /bin/app
