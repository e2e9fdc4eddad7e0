FROM registry.access.redhat.com/ubi9/ubi-minimal:9.5
RUN microdnf install curl

FROM oraclelinux:9-slim AS oracle
RUN microdnf install curl

FROM example.com/minimal:8 AS unknown
RUN microdnf install curl
