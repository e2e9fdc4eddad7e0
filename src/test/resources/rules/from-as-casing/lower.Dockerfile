from alpine:3.22 AS one
from alpine:3.22 as two
From alpine:3.22 as three
