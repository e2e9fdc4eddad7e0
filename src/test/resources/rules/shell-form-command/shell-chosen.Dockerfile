FROM debian:13-slim AS base
SHELL ["/bin/bash", "-c"]

FROM base
ENTRYPOINT exec /usr/local/bin/serve --port "$PORT"

FROM mcr.microsoft.com/windows/servercore:ltsc2025
SHELL ["powershell", "-Command"]
CMD Start-Service; Wait-Service
