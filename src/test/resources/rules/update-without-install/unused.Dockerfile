FROM python:3.13
RUN apt-get update && apt-get purge -y imagemagick
RUN python3 -m pip install --no-cache-dir setuptools==80.9.0
