FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
RUN Expand-Archive app.zip -DestinationPath C:/app
RUN (New-Object Net.WebClient).DownloadFile('https://example.com/b', 'b') ; exit 0
RUN Write-Host one ; Write-Host two
