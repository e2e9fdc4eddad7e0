FROM scratch AS one
WORKDIR src
WORKDIR deeper

FROM alpine:3.22 AS two
WORKDIR /src
FROM two
WORKDIR main
FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
WORKDIR C:\app
