FROM debian:13-slim
RUN rm /bin/sh && ln -s /bin/bash /bin/sh
RUN ln -s /usr/bin/python3 /usr/bin/python
RUN ln -s bash && echo /bin/sh
