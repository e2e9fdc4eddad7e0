#!/bin/sh
docker compose stop databse
