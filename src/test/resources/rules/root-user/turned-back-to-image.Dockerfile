FROM registry.access.redhat.com/ubi9/openjdk-21-runtime:1.23
USER 0
RUN microdnf install -y tzdata && microdnf clean all
WORKDIR /deployments/shop
COPY target/lib ./lib
COPY target/shop.jar ./
