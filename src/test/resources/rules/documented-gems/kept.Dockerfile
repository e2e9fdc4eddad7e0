FROM ruby:3.4-slim AS official
RUN gem install rake:13.2.1

FROM example.com/base:1
RUN gem install rake:13.2.1

FROM ubuntu:24.04
RUN gem install -N rake:13.2.1 && gem install --no-document rack:3.1.8 && gem list
RUN gem install --no-rdoc --no-ri nokogiri:1.18.2
