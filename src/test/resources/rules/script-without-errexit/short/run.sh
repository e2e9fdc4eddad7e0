#!/bin/sh
echo a
exec "$@"
