import os, pathlib, sqlite3, time

folder = pathlib.Path(os.environ.get("DATA", "."))
with sqlite3.connect(folder / "notes.db") as notes:
    notes.execute("create table if not exists note (text)")
    notes.execute("insert into note values ('started')")
pathlib.Path("logs").mkdir(exist_ok=True)
pathlib.Path("logs/start.log").write_text("started\n")
pathlib.Path.home().joinpath(".settings").write_text("seen\n")
print("writing works", flush=True)
time.sleep(600)
