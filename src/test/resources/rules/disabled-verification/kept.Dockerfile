FROM debian:13-slim
ENV PYTHONHTTPSVERIFY=0
ENV LANG=C.UTF-8 PIP_TRUSTED_HOST=example.com
RUN pip install --trusted-host example.com --trusted-host=example.org thing
RUN git -c http.sslVerify=false clone https://example.com/a.git
RUN git config --global http.sslVerify false \
 && git clone https://example.com/b.git
RUN if npm config set strict-ssl false; then npm ci; fi
ONBUILD ENV GIT_SSL_NO_VERIFY=1
