FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
WORKDIR C:\app
