#!/bin/sh
export DEPLOY_TOKEN=9fK2xq7LmZ4pTw8Rb
curl -u deploy:Tr0ub4dor3xK https://example.com
curl -u deploy:Tr0ub4dor3xK https://example.com/again
