String log = new File(basedir, 'build.log').text

assert log.contains('compareTo is')
assert log.contains('which cannot be read')
assert !log.contains('at io.github.dockeraudit') : 'a stack trace is printed'
return true
