
assert new File(basedir, '.dockerignore').file
assert !new File(basedir, 'Makefile').exists()
assert !new File(basedir, 'compose.prod.yaml').exists()
return true
