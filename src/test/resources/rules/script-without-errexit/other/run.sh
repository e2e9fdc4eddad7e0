#!/bin/sh
a
b
c
"$@"
