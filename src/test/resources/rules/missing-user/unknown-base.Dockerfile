FROM registry.example.com/team/runtime:3
CMD ["/bin/app"]
