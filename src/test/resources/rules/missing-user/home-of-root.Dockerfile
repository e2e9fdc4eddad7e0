FROM python:3.13-slim AS build
COPY requirements.txt .
RUN pip install --user -r requirements.txt

FROM python:3.13-slim
COPY --from=build /root/.local /root/.local
ENV PATH=/root/.local/bin:$PATH
CMD ["python", "-m", "shop"]
