#!/bin/sh
chown -R node:node /app/uploads
exec "$@"
