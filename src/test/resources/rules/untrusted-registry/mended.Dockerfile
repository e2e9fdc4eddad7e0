FROM registry.example.com/team/jre:21
COPY app.jar /app/
