String log = new File(basedir, 'build.log').text

String secret = ['xK9v', 'Q2mW', 'p7Lz'].join('')
List<File> reports = new File(basedir, 'target/docker-audit').listFiles().findAll { it.file }

assert log.contains('hard-coded-secret')
assert !log.contains(secret)
assert reports.size() >= 7
reports.each { assert !it.text.contains(secret) : it.name }
return true
