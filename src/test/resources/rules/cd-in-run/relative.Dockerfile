FROM ocaml/opam:debian-12
RUN cd opam-repository && git fetch
WORKDIR /src
