FROM alpine:3.22
RUN apk add --no-cache openconnect
CMD ["openconnect", "vpn.example.com"]
