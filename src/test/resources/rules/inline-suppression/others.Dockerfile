# hadolint is a linter
FROM alpine:3.22
# check=skip=JSONArgsRecommended
CMD run
# docker-audit ignore=missing-user
USER root
