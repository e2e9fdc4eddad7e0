FROM debian:13-slim
RUN cat files | xargs sudo rm
RUN sudo rm -rf /tmp/file
