FROM ubuntu:24.04
RUN bash -c "cd /src && sudo -H pip install ."
RUN <<EOT
make
time sudo make install
EOT
RUN VERSION=$(sudo cat /root/version) make
