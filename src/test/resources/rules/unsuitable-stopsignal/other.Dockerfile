FROM debian:13
STOPSIGNAL ${SIGNAL}
CMD ["nginx", "-g", "daemon off;"]
