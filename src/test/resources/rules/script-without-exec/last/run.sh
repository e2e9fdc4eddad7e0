#!/bin/bash -e
echo start
$@
