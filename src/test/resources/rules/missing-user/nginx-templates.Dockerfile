FROM nginx:1.29
COPY site.conf.template /etc/nginx/templates/default.conf.template
COPY dist /usr/share/nginx/html
CMD ["nginx", "-g", "daemon off;"]
