FROM alpine:3.22
RUN apk add bash curl g++ git && apk add b $A && pip install b a && apk add ./b.apk a
RUN apt-get install -y a -t backports b && apt-get install -y b --no-install-recommends a
