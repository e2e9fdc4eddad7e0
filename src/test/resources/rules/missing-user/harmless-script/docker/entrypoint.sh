#!/bin/sh
set -e
mkdir -p tmp
node migrate.js
exec "$@"
