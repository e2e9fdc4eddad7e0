FROM debian:13-slim
ARG PACKAGES
ARG VERSION
RUN apt-get update \
 && apt-get install -y --no-install-recommends curl=8.14.1-2 openssh-client=1:10.0* \
 && apt-get install -y $PACKAGES "nginx=${VERSION}" ./local.deb /tmp/*.deb \
 && rm -rf /var/lib/apt/lists/*
RUN apk add --no-cache tini=0.19.0-r3 'curl<9' --virtual .build-deps gcc=~14 && apk add !busybox
RUN pip install -r requirements.txt && pip install . -e ./lib git+https://git.example.com/x.git@v1
RUN pip install "flask>=3,<4" gunicorn==23.0.0 package-${VERSION}.whl
RUN npm ci && npm install && npm install typescript@5.9.2 ./local
RUN gem install bundler --version 2.7.1 && bundle install
RUN dnf install -y httpd-2.4.62 && yum install -y https://example.com/tool.rpm
RUN echo apt-get install curl
