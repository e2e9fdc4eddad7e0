
assert new File(basedir, 'web/target/docker-audit/audit.json').file
assert !new File(basedir, 'api/target').exists()
assert !new File(basedir, 'target').exists()
return true
