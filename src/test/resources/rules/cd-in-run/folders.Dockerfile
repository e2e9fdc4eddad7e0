FROM eclipse-temurin:21-jdk AS known
WORKDIR /src
RUN cd /src && make
RUN cd server \
    && make
RUN cd /opt || exit 1; make
RUN cd /opt && make && cd - && make
RUN cd /opt; make
ONBUILD RUN cd /opt && make

FROM known
COPY . .
RUN cd /opt && \
    # why
    make
ENV A=b
RUN cd "/opt/a b" && make
WORKDIR /app

FROM eclipse-temurin:21-jdk
RUN cd /opt && make
COPY . /app
