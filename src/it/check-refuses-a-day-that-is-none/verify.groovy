String log = new File(basedir, 'build.log').text

assert log.contains("today is 'yesterday'")
assert log.contains('give a date such as')
assert !log.contains('at io.github.dockeraudit') : 'a stack trace is printed'
return true
