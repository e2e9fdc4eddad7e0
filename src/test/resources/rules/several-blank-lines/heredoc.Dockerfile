FROM eclipse-temurin:21-jre

COPY <<EOF /a



EOF
