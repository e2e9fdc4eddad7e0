ARG BASE=alpine
FROM scratch AS one
ARG known
ENV a=$known b=$unknown c=${other:-default}
LABEL name="$a"

FROM one AS two
COPY $a $nothing /
RUN echo $shell

FROM $BASE
WORKDIR $HOME
COPY bin-$TARGETARCH /bin/
