#!/bin/sh
exec su-exec app /bin/app "$@"
