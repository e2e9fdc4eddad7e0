FROM golang:1.25 AS build
RUN CGO_ENABLED=0 go build -o /server ./cmd/server

FROM scratch
COPY --from=build /server /server
ENTRYPOINT ["/server"]
