FROM registry.access.redhat.com/ubi9/python-311:1-77 AS python
COPY app.py ./
CMD ["python", "app.py"]

FROM registry.access.redhat.com/ubi9/nodejs-22-minimal AS node
COPY app.js ./
CMD ["node", "app.js"]

FROM quay.io/debezium/connect:3.2 AS connect
COPY connector.jar /kafka/connect/own/

FROM quay.io/centos-bootc/centos-bootc:stream9
RUN dnf install -y nginx && dnf clean all && systemctl enable nginx
