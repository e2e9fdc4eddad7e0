FROM python:3.13-slim
ENV PIP_NO_CACHE_DIR=1
RUN pip install one
RUN --mount=type=cache,target=/root/.cache yarn
RUN dnf install -y less && dnf clean all
RUN zypper --non-interactive install less && zypper cc -a
