FROM docker.io/library/python:3.13
COPY app.py ./
CMD ["python", "app.py"]
