FROM mcr.microsoft.com/windows/nanoserver:ltsc2025
USER ContainerUser
COPY app.exe C:/app/
