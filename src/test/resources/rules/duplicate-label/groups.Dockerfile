FROM eclipse-temurin:21-jre
LABEL a=1 b=2 \
      a=3
# The owner
LABEL c=1
LABEL c=2 d=4
LABEL d=5 e=6 \
# Of old
      e=7
