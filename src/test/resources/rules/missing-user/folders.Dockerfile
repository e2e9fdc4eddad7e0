FROM eclipse-temurin:21-jre
ARG PROFILE=prod
WORKDIR /opt/shop
COPY target/shop.jar ./
RUN mkdir -p /var/log/shop uploads && chmod 750 uploads
VOLUME /data
VOLUME ["/tmp"]
CMD ["java", "-jar", "shop.jar"]
