FROM registry.fedoraproject.org/fedora:42
RUN dnf install -y --nodocs python3 && dnf clean all
COPY tool.py /opt/tool/
CMD ["python3", "/opt/tool/tool.py"]
