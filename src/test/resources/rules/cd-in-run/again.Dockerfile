FROM golang:1.26
WORKDIR /src
COPY . .
RUN cd test/e2e && make one
RUN cd test/e2e && make two
COPY other .
