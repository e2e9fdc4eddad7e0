FROM nginx:1.29 AS inherited
CMD ["nginx", "-g", "daemon off;"]
FROM nginx:1.29
STOPSIGNAL quit
CMD ["nginx", "-g", "daemon off;"]
