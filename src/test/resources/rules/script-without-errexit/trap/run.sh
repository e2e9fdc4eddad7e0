#!/bin/bash
trap "exit 1" ERR
a
b
