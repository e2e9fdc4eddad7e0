#!/bin/sh
sed -i "s/KEY/$KEY/" /etc/shop.conf
exec node server.js
