String log = new File(basedir, 'build.log').text

assert log.contains('fixLevel')
assert log.contains('risky')
assert new File(basedir, 'Dockerfile').text.contains('ADD')
assert !log.contains('at io.github.dockeraudit') : 'a stack trace is printed'
return true
