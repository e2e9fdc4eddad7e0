FROM alpine:3.22
maintainer "The Team" team@example.com
MAINTAINER "The Team"
MAINTAINER costs $5
