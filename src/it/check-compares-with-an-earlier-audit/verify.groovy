String log = new File(basedir, 'build.log').text

String second = log.substring(log.lastIndexOf('Building earlier'))

assert second =~ /1 new/
assert second =~ /gone/
return true
