FROM alpine:3.23
RUN wget -q https://example.com/helm.tar.gz \
 && curl -fsSLO https://example.com/$(curl -fsSL https://example.com/stable.txt)/kubectl
USER 10001
