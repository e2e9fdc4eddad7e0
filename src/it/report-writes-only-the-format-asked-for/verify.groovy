
assert new File(basedir, 'target/docker-audit/audit.md').text.contains('missing-user')
assert !new File(basedir, 'target/docker-audit/audit.html').exists()
return true
