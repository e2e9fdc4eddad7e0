FROM alpine:3.22
ENV A=1
ENV B=$A C=${B:-x} PATH=/x:$PATH
ENV D="$D:1" \
    E=2 \
    F='$E' \
    G="$E"
