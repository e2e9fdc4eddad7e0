FROM debian:13-slim
RUN apt-get install -y vim ssh && sudo service ssh status
RUN echo mount
