FROM debian:13
RUN apt-get update && apt-get install -y vim gdb build-essential && rm -rf /var/lib/apt/lists/*
EXPOSE 22
CMD ["/bin/bash", "-l"]
