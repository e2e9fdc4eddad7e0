#!/bin/sh
set -e
mkdir -p state
echo started > state/log
echo started > "$HOME/.settings"
exec sleep 600
