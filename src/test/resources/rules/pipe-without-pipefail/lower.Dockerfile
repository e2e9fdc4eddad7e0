from debian:13-slim
run curl -fsSL https://example.com/tool.tar.gz | tar -xz -C /opt
