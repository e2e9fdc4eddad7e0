FROM golang:1.25
COPY . /src
WORKDIR /src
RUN go build ./...
CMD ["go", "run", "./cmd"]
