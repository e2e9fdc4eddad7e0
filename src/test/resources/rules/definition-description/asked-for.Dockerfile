# check=skip=JSONArgsRecommended;experimental=InvalidDefinitionDescription
# the release to build
ARG VERSION=21
FROM debian:$VERSION
