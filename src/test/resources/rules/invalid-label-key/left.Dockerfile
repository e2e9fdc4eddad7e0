FROM eclipse-temurin:21-jre
LABEL "Vendor Name"="Example" 1st=yes maintainer.=me $KEY=x
