FROM ruby:3.4-slim
RUN gem install openssl:3.0.0 && npm install openssl@1.0.1
