FROM registry.access.redhat.com/ubi8/ubi-minimal:8.4
RUN microdnf install curl ca-certificates && microdnf update && microdnf clean all

FROM registry.access.redhat.com/ubi8/openjdk-17-runtime AS named
RUN microdnf install curl

FROM oraclelinux:8-slim AS oracle
RUN microdnf install curl
