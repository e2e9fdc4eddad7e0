FROM python:3.13-slim
ENV PIP_NO_CACHE_DIR=off
RUN pip install one
RUN PIP_NO_CACHE_DIR=1 pip install two
RUN PIP_NO_CACHE_DIR=0 pip install three
