FROM alpine:3.22 AS final

FROM final
CMD ["sleep", "600"]