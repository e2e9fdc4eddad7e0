FROM alpine:3.22
WORKDIR "/opt/my app"
WORKDIR /opt/my\ app
WORKDIR /srv   
WORKDIR ${HOME}
