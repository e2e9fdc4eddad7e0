FROM rust:1.90
RUN cargo install cargo-audit
CMD ["bash"]
