FROM node:24 AS build
ENV NEXT_TELEMETRY_DISABLED=1
RUN npx next build
FROM mcr.microsoft.com/dotnet/sdk:9.0
RUN DOTNET_CLI_TELEMETRY_OPTOUT=1 dotnet publish -o /out
