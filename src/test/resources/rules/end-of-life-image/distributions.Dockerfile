FROM debian:buster-slim AS one
FROM ubuntu:18.04 AS two
FROM centos:7 AS three
FROM alpine:3.9 AS four
