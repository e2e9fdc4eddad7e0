String log = new File(basedir, 'build.log').text

assert log.contains('Skipping docker-audit')
assert !new File(basedir, 'target/docker-audit').exists()
