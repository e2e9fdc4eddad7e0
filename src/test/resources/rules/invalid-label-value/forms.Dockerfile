FROM alpine:3.22
ARG VERSION=1
LABEL owner="team at example" contact="team@example.com" \
  version="1.0" release="1.2.3-rc.1+5" candidate="$VERSION" \
  revision="v1" commit="0a1b2c3" \
  built="2026-02-30 noon" since="2026-02-28T12:00:00.5+01:00" \
  licence="Apache-2.0 WITH Classpath-exception-2.0" terms="(MIT OR Apache-2.0) AND LicenseRef-own" rights="Apache 2" \
  title="" home="example.com"
