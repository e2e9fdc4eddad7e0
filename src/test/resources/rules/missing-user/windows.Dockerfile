FROM mcr.microsoft.com/windows/servercore:ltsc2025
COPY server.exe C:/server.exe
CMD ["C:/server.exe"]
