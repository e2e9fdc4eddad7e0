FROM alpine:3.22
RUN <<EOT
set -e
cd /opt/tools
./configure
EOT
RUN cd build || exit 1; make
