FROM alpine:3.22
ARG NPM_TOKEN
ENV DB_PASSWORD=9fK2xq7LmZ
LABEL com.example.token=${NPM_TOKEN} org.opencontainers.image.revision=3f786850e387550fdab836ed7e6dc881de23001b
# the password was 9fK2xq7LmZ
RUN --mount=type=secret,id=token TOKEN=$(cat /run/secrets/token) ./setup \
    # password=9fK2xq7LmZ
    && curl -u "me:$PASSWORD" https://example.com \
    && curl https://me:${PASSWORD}@example.com https://example.com:8443/a@b \
    && wget http://server:REPO_PASSWORD@example.com/ https://user:password@example.com \
    && openssl req -nodes -key web2py1.key && apt-key adv --recv-key 381BA480A4A94068
RUN key='A4A9406876FCBD3C456770C88C718D3B5072E1F5' && gpg --recv-keys "$key"
RUN echo "%sudo ALL=NOPASSWD: ALL" && ./configure --aes-pwd proxy-secret --password=change_me1
RUN aws configure set aws_access_key_id AKIAIOSFODNN7EXAMPLE && echo npm_xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx
RUN echo '{"password": "********", "token": "<your token 1>"}' > /c.json && ./a --token-file=/run/t0k3n.txt
RUN echo "sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08" && mysql -ppassword
RUN echo "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQDabc me@example.com" > k && echo "-----BEGIN PUBLIC KEY-----"
RUN if grep -q -- '-----BEGIN RSA PRIVATE KEY-----' /key; then echo a private key; fi
CMD java -Dpassword_min_length=12ab45cd -jar app.jar
