String log = new File(basedir, 'build.log').text

assert log.contains('2 violations of severity ERROR or graver, 1 allowed')
assert log.contains('api/Dockerfile:1:6 DA1103 missing-user')
assert log.contains('web/Dockerfile:1:6 DA1103 missing-user')
assert new File(basedir, 'target/docker-audit-aggregate/audit.json').file
return true
