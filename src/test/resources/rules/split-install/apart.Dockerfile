FROM debian:13-slim
RUN apt-get install -y tini && apt-get install -y --no-install-recommends less
RUN apt-get install -y tini && apt-get update && apt-get install -y less
RUN apt-get install -y tini || apt-get install -y less
RUN sudo apt-get install -y a && apt-get install -y b
RUN apt-get install -y curl && curl -o /a.deb https://example.com/a.deb && apt-get install -y /a.deb
RUN pacman -Sy --noconfirm a && pip install a && pip install b
RUN apt-get install -y $PACKAGES && apt-get install -y less
RUN apt-get install -y a & apt-get install -y b
RUN if apt-get install -y a; then apt-get install -y b; fi
RUN yum install -y epel-release && yum install -y nginx
