FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
RUN Expand-Archive app.zip -DestinationPath C:/app
RUN Write-Host one ; Write-Host two
