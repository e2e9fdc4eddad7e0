FROM ubuntu:24.04
RUN apt-get update && apt-get install -y --no-install-recommends sudo && rm -rf /var/lib/apt/lists/*
RUN echo 'builder ALL=(ALL) NOPASSWD:ALL' > /etc/sudoers.d/builder && chmod 0440 /etc/sudoers.d/builder
RUN usermod -aG sudo builder && echo "use sudo make install"
CMD ["sudo", "-u", "builder", "bash"]
