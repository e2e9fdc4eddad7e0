# check = error=false; experimental = Other , InvalidDefinitionDescription
# syntax=docker/dockerfile:1
ARG ONE=1
# about something else

ARG TWO=2
# build compiles
FROM alpine:3.22 AS build
# anything
RUN true
