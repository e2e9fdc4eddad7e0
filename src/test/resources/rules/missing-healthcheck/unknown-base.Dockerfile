FROM registry.example.com/team/runtime:3
EXPOSE 8000
CMD ["serve"]
