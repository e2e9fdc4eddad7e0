FROM node:24-alpine
ENV SETS=/opt/sets
RUN mkdir -p $SETS/a/conf
COPY conf $SETS/a/conf/
RUN chown -R node:node /opt/sets
