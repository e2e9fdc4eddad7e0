
assert new File(basedir, 'web/target/docker-audit/audit.json').file
assert !new File(basedir, 'api/target/docker-audit').exists()
assert !new File(basedir, 'target/docker-audit').exists()
return true
