FROM python:3.13-slim
ENV FLASK_DEBUG=0
CMD ["flask", "run"]
