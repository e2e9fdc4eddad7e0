String log = new File(basedir, 'build.log').text

assert log.contains('BUILD SUCCESS')
assert !(log =~ /(?m)^\[(WARNING|ERROR)\]/)
assert !new File(basedir, 'target/docker-audit').exists()
