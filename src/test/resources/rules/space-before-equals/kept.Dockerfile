FROM alpine:3.22
ENV A=1 B==
ENV C x = y
LABEL d=" = "
