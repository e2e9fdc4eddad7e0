String log = new File(basedir, 'build.log').text

assert log.count('Skipping docker-audit') >= 5
assert new File(basedir, 'Dockerfile').text.contains('ADD')
assert !new File(basedir, 'target/docker-audit').exists()
assert !new File(basedir, '.dockerignore').exists()
return true
