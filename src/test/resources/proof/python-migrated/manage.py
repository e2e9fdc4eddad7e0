import sqlite3

with sqlite3.connect("notes.db") as notes:
    notes.execute("create table note (text)")
