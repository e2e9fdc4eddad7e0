FROM eclipse-temurin:21-jre AS check
COPY vex.json /
RUN scan --vex /vex.json
FROM eclipse-temurin:21-jre
COPY convex.json vex.txt lib/convexity.xml /app/
COPY --from=check /report.vex.json /
