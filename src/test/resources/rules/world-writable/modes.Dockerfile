FROM debian:13-slim
RUN chmod 755 /a && chmod 1777 /tmp && chmod +x /b && chmod u+w /c
RUN chmod -R a+rwx /d && chmod 0666 /e && chmod o+w /f
