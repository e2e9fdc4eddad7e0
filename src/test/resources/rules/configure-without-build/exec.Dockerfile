FROM debian:13-slim
RUN ["./configure"]
