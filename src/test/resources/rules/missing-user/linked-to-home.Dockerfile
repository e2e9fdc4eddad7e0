FROM php:8.4-cli
RUN composer global require example/tool && ln -s /root/.composer/vendor/bin/tool /usr/local/bin/tool
CMD ["tool"]
