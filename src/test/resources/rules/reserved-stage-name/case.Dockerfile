FROM alpine:3.22 AS Context
FROM alpine:3.22 AS scratchpad
