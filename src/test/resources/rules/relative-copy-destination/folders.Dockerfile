FROM eclipse-temurin:21-jre AS one
COPY a .
COPY b ./b
COPY ["c", "c d"]
COPY d $HOME
COPY e C:/e
WORKDIR /app
COPY f f
FROM one
COPY g g
