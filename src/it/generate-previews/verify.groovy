String log = new File(basedir, 'build.log').text

assert log.contains('+++ b/.dockerignore')
assert !new File(basedir, '.dockerignore').exists()
assert log =~ /files? would be generated/
return true
