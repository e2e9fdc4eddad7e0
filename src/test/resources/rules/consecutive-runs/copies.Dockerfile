FROM debian:13-slim
COPY a.txt ./
COPY b.txt ./
# of another owner
COPY --chown=1000 c.txt ./
COPY --chown=1000 d.txt e.txt ./
COPY f.txt /f
COPY g.txt /f
COPY h.txt /h/
ADD i.txt /h/
ADD j.txt /h/
# kept
ADD ["k.txt", "/h/"]
RUN true
ADD l.txt /h/
COPY <<EOF /h/
m
EOF
COPY n.txt /h/
