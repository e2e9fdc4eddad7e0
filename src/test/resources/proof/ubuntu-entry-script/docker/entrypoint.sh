#!/bin/bash
set -euo pipefail
mkdir -p tmp/cache
exec "$@"
