# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2025
COPY --chown=app:app ["my file.txt", "C:\\app\\"]
HEALTHCHECK --interval=1m30s --retries=3 CMD curl.exe -f http://localhost:8080/
RUN dir `
    C:\app
