FROM maven:3.9-eclipse-temurin-21 AS a
RUN mvn -B -ntp package
RUN mvn -q package
RUN mvn -o package
RUN mvn -v
RUN mvn $OPTIONS package

FROM maven:3.9-eclipse-temurin-21 AS b
ENV MAVEN_ARGS=-ntp
RUN mvn package

FROM maven:3.5.4-jdk-8 AS old
RUN mvn package
