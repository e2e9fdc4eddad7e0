FROM debian:13
# not counted

RUN echo 1 \
    && echo 2 \

    # nor this
    && echo 3
