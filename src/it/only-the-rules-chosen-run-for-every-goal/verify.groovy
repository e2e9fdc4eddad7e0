String log = new File(basedir, 'build.log').text
def told = log.findAll(/Dockerfile:\d+:\d+ \w+ DA\d+ ([a-z-]+):/) { all, name -> name }

assert told == ['deprecated-maintainer', 'shell-form-command', 'relative-workdir']
assert log.contains('.docker-audit-baseline.json holds 1 finding,')
