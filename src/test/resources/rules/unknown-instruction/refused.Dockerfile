FROM debian:13-slim
ENTV
COPPY a
