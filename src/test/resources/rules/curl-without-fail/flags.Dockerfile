FROM debian:13-slim
RUN curl -fsSL https://example.com/a | sh && curl --fail https://example.com/b
RUN curl -w '%{http_code}' https://example.com/c
RUN curl --version; curl file:///etc/hosts
RUN sudo curl https://example.com/d
