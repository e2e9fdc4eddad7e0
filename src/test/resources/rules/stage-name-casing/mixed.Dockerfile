FROM alpine:3.22 AS one-Two
FROM alpine:3.22 AS three
