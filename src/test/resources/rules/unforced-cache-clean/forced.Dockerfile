FROM node:24-slim
RUN npm cache clean --force && npm cache clean -f && npm --force cache clean && npm cache verify
RUN npm cache clean left-pad && yarn cache clean
