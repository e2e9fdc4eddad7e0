FROM alpine:3.22
ARG USERNAME=app
ENV API_KEY_FILE=/run/secrets/key
ENV DOCKER_EMAIL=me@example.com
ENV PASS=1
