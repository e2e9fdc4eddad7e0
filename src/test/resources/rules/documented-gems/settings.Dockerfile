FROM fedora:42
COPY gemrc /etc/gemrc
RUN gem install rake:13.2.1
