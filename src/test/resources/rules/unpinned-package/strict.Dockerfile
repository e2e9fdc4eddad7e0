FROM debian:13-slim
ARG PACKAGES
RUN apt-get install -y $PACKAGES
RUN apt-get install -y name=$VERSION other/$RELEASE
RUN apt install -y curl
RUN sudo apt-get install -y curl
RUN dnf -y install gcc-toolset-13-gcc $FOLDER/*.rpm
RUN pip install -r requirements.txt gunicorn
RUN yarn add left-pad
RUN composer require vendor/name
