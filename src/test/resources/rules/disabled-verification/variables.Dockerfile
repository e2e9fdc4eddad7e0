FROM alpine:3.22
RUN GIT_SSL_NO_VERIFY=0 git clone https://example.com/app.git
RUN LOG=1 NODE_TLS_REJECT_UNAUTHORIZED='0' node fetch.js
RUN export PIP_TRUSTED_HOST=example.com && pip install app
RUN npm_config_strict_ssl=false npm ci
RUN yum-config-manager --save --setopt=epel.sslverify=0
RUN dnf-config-manager --setopt=sslverify=1 --save
RUN npm install strict-ssl false
RUN PYTHONHTTPSVERIFY=1 python fetch.py
ENV NPM_CONFIG_STRICT_SSL=true
