#!/bin/bash
set -o errexit
a
b
c
