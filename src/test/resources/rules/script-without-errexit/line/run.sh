#!/bin/sh -eu
a
b
c
