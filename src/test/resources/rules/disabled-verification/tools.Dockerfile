FROM debian:13-slim
ENV NODE_TLS_REJECT_UNAUTHORIZED=0 GIT_SSL_NO_VERIFY=true
ENV PYTHONHTTPSVERIFY 1
RUN wget -q --no-check-certificate https://example.com/a
RUN pip install --trusted-host example.com thing
RUN apt-get install -y --allow-unauthenticated thing
RUN apk add --allow-untrusted ./thing.apk
RUN npm config set strict-ssl false
RUN yum install -y --nogpgcheck thing
RUN git config --global http.sslVerify false
RUN curl -fk https://localhost/health
