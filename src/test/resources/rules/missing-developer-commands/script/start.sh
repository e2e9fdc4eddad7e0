#!/bin/sh
exec docker compose up -d "$@"
