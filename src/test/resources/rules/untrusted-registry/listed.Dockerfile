FROM alpine:3.22 AS one
FROM example.org/tools:1 AS two
FROM eu.example.com/base:1 AS three
FROM two
FROM scratch
