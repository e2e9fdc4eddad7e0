#!/bin/bash
set -euo pipefail
echo a
echo b
exec "$@"
