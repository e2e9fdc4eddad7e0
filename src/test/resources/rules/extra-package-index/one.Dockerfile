FROM python:3.13-slim
ARG PIP_EXTRA_INDEX_URL
RUN pip install --index-url https://packages.example.com/simple app
RUN uv pip install --extra-index-url https://packages.example.com/simple app
RUN pip install --require-hashes -r requirements.txt --extra-index-url https://packages.example.com/simple
RUN pip download --no-deps --extra-index-url https://packages.example.com/simple app
