FROM eclipse-temurin:21-jre
USER 1000
STOPSIGNAL SIGINT
HEALTHCHECK NONE
ENTRYPOINT ["java"]
CMD ["-jar", "app.jar"]
FROM scratch
CMD ["/a"]
