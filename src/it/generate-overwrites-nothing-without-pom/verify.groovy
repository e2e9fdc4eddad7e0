String log = new File(basedir, 'build.log').text

assert new File(basedir, '.dockerignore').text == '# ours\n'
assert log.contains('.dockerignore: it is there; -Ddocker-audit.force replaces it')
assert new File(basedir, 'web/.dockerignore').readLines().contains('node_modules')
assert log.contains('web/.dockerignore: leaves out what no image needs')
assert log.contains('-# ours') : 'the dry run with force shows what it would replace'
assert log.contains('+node_modules')

return true
