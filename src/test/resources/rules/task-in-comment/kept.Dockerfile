# what is to do here is done, TODOS are not
FROM debian:13
RUN echo TODO
