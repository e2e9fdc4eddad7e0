FROM debian:13-slim
RUN mkdir -p /etc/app && echo 'a' > /etc/app/conf
RUN echo 'a' >> /etc/app/conf
RUN echo hello
RUN cat /etc/passwd > /users
RUN echo x > /dev/null
