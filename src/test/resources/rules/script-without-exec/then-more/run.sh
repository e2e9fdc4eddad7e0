#!/bin/sh
"$@"
echo done
