FROM scratch
COPY assets /assets
