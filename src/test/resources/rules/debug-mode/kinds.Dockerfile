FROM python:3.13-slim
ENV DJANGO_DEBUG="True" RAILS_ENV='development'
ENV APP_DEBUG true
CMD ["./run"]
