FROM registry.access.redhat.com/ubi9/ubi-micro:9.6
WORKDIR /work
COPY --chmod=0755 application /work/
CMD ["./application"]
