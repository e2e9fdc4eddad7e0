String log = new File(basedir, 'build.log').text

assert log.count('BUILD SUCCESS') == 2
return true
