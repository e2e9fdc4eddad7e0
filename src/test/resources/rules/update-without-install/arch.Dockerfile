FROM archlinux:latest
RUN pacman -Syu --noconfirm
RUN pacman -S --noconfirm nginx

FROM archlinux:latest
RUN pacman -Sy
RUN pacman -Syu --noconfirm git

FROM archlinux:latest
RUN pacman -Syu --noconfirm && pacman -S --noconfirm nano
RUN pacman -Su --noconfirm
RUN pacman -S --noconfirm less
