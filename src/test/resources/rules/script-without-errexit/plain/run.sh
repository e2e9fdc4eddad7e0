#!/usr/bin/env bash
echo a
echo b
exec "$@"
