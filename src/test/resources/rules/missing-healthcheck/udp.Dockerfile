FROM python:3.13-slim
EXPOSE 5353/udp
CMD ["python", "dns.py"]
