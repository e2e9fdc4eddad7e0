String log = new File(basedir, 'build.log').text

assert log.contains('hadolynt')
assert log.contains('hadolint') : 'it does not say what would do'
assert !log.contains('at io.github.dockeraudit') : 'a stack trace is printed'
return true
