FROM eclipse-temurin:21-jre
LABEL a=1

LABEL b=2
# Why
LABEL c=3
ENV A=1
LABEL d=4
FROM scratch
LABEL e=5
