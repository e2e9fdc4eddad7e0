FROM debian:13-slim
RUN apt-get update && apt-get install tini
RUN apt-get upgrade
RUN apt install curl
RUN sudo apt-get install gcc
RUN sh -c "apt-get install make"
