FROM alpine:3.22
ARG PULL_SECRET=example-pull
ENV PASSWORD=XXXXXXXXXXXX HTPASSWD=data/.htpasswd SA_PASSWORD=_ SLACK_TOKEN=xoxb-xxxx-xxxx API_KEY=dummy
RUN --mount=type=secret,id=${PULL_SECRET}/.dockerconfigjson cat /run/secrets/x
