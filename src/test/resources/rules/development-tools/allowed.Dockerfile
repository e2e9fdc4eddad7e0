FROM alpine:3.22
RUN apk add --no-cache git nano
EXPOSE 8000
CMD ["server"]
