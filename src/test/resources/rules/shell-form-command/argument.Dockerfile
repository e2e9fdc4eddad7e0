FROM eclipse-temurin:21-jre
ENTRYPOINT ["/entrypoint"]
CMD serve --greeting "hello  \"world\"" *.conf
