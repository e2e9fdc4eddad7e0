# HACK: works by chance
# TODO: no longer a word
FROM debian:13
