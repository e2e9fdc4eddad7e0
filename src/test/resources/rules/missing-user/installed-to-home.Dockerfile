FROM python:3.13-slim
WORKDIR /app
COPY . .
RUN pip install --user -r requirements.txt
CMD ["python", "-m", "shop"]
