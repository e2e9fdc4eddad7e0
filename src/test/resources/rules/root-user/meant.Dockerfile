FROM jenkins/jenkins:2.516-lts
COPY plugins.txt /usr/share/jenkins/ref/
USER root
