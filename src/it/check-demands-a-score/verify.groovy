String log = new File(basedir, 'build.log').text

assert log.contains('BUILD FAILURE')
assert log =~ /9\d.* 100/ : 'the failure does not name the score and what was asked for'
assert log.contains('audit.json')
return true
