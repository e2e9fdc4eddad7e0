String log = new File(basedir, 'build.log').text

assert log.contains('DA1103 missing-user')
assert log.contains('fixable with mvn docker-audit:fix')
return true
