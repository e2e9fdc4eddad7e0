FROM debian:13-slim
COPY --from=team/toolbox /tool /tool
COPY --from=team/toolbox:1 /other /other
