FROM eclipse-temurin:21-jre
LABEL a=1 "b"=2 c=3
LABEL a 1
LABEL 0=1
