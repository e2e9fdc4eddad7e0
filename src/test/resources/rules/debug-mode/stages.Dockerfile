FROM ruby:3.4 AS dev
ENV RAILS_ENV=development
FROM ruby:3.4-slim
ENV RAILS_ENV=production APP_DEBUG=false
