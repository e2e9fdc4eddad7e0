FROM node:24-alpine
RUN --mount=type=secret,id=npmrc,target=/root/.npmrc npm ci
RUN --mount=type=secret,id=mine,target=/root/.npmrc npm ci
RUN --mount=type=secret,id=npmrc,env=NPM_TOKEN npm ci
RUN npm run build && npm --version && yarn build && pip freeze
