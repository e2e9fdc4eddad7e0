FROM debian:13-slim AS base
COPY bin /srv/app/bin

FROM base
WORKDIR /srv/app
COPY conf ./conf
RUN useradd -r app
RUN chown -R app:app /srv/app
COPY --chown=app:app data /data
RUN chown -R app:app /data
RUN mkdir -p /var/cache/app && chown -R app /var/cache/app
RUN chown app /srv/app/conf
