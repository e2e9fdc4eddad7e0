#!/bin/sh
set -e
grep greeting /etc/service.conf
test -f /opt/service/data/one
exec sleep 60
