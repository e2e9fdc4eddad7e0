FROM node:22
CMD ["npm", "start"]
ONBUILD CMD ["npm", "run", "start:app"]
