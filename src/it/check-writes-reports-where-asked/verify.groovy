String log = new File(basedir, 'build.log').text

assert new File(basedir, 'reports/audit.json').file
assert !new File(basedir, 'target/docker-audit').exists()
return true
