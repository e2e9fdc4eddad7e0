# syntax=example.com/dockerfile-plus:1
FROM eclipse-temurin:21-jre
INCLUDE+ common.Dockerfile
