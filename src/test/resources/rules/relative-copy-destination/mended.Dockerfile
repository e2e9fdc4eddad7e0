FROM scratch
COPY app /bin/app
