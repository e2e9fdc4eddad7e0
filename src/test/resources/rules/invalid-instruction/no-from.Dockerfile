ARG VERSION=1
COPY app-${VERSION}.jar /app/
