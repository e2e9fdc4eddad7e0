FROM nginx:alpine AS web
COPY dist /usr/share/nginx/html
FROM web
EXPOSE 80
