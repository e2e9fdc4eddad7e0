FROM debian:13-slim
USER builder
RUN make && sudo make install
ONBUILD RUN sudo make install
USER $USER
RUN sudo make install
USER root
RUN make && sudo make install
