FROM docker.io/team/tool:1 AS one
FROM library/debian:13 AS two
FROM example.com/library/debian:13
FROM one
