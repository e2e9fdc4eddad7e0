FROM jenkins/jenkins:2.516-lts
USER root
RUN apt-get update && apt-get install -y --no-install-recommends cron && rm -rf /var/lib/apt/lists/*
ENTRYPOINT ["cron", "-f"]
