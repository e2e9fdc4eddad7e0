FROM nginx:1.29-alpine
CMD ['nginx', '-g', 'daemon off;']
