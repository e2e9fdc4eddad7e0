FROM debian:13
RUN ./configure --build=x86_64-linux-gnu && make && ./configure --host=arm-linux-gnueabihf && dpkg --configure -a
