FROM debian:13-slim
RUN wget -q "http://example.com/$X" && curl http://localhost:8080/health && curl http://$HOST/x
RUN echo http://example.com
