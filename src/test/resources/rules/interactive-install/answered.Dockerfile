FROM debian:13-slim
RUN apt-get -y install tini && apt-get install -qqy tini && apt-get install --assume-yes tini
RUN apt-get -qq install tini && apt-get -q=2 install tini
RUN yes | apt-get install tini
RUN yum -y install which && dnf install -qy which && microdnf install --assumeyes which
RUN zypper --non-interactive install which && zypper in -y which
RUN apk add tini && apt-get update && pip install tini
