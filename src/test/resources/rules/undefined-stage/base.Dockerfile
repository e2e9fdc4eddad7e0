FROM common AS app
COPY . /app

FROM debian:13-slim AS common
RUN useradd app
