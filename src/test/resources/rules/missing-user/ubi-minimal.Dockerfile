FROM registry.access.redhat.com/ubi9/ubi-minimal:9.6
WORKDIR /work
COPY build/*-runner /work/application
EXPOSE 8080
CMD ["./application", "-Dquarkus.http.host=0.0.0.0"]
