FROM debian:13
CMD service nginx start && tail -f /dev/null
