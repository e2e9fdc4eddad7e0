FROM debian:13
RUN git -C /src pull && git config --global user.name me
