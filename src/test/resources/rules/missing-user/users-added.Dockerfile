FROM debian:13-slim
RUN useradd reader && useradd writer
COPY server /server
CMD ["/server"]
