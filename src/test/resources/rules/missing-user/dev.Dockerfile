FROM node:24-alpine
CMD ["npm", "run", "dev"]
