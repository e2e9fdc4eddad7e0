FROM golang:1.25 AS build
RUN CGO_ENABLED=0 go build -o /server ./cmd/server

FROM gcr.io/distroless/static-debian13
COPY --from=build /server /server
EXPOSE 443
ENTRYPOINT ["/server"]
