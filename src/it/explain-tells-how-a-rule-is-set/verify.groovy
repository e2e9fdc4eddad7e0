def log = new File(basedir, 'build.log').text

assert log =~ /DA1007\s+untagged-image\s+info\s+\.docker-audit\.yml:2:3/
assert log =~ /DA1008\s+latest-image\s+off\s+-Ddocker-audit\.skipRules/
assert log =~ /DA1103\s+missing-user\s+error\s+default/
assert log =~ /DA1304 add-for-plain-copy: /
assert log.contains('State:    off (.docker-audit.yml:3:3)')
assert log =~ /DA\d+\s+kept-package-lists/
assert log.contains("There is no rule 'mising-user'; did you mean 'missing-user'?")
assert log.contains('-Ddocker-audit.rules=add-for-plain-copy=')
assert log.readLines().every { !it.contains('Aliases: ') || it.length() <= 100 }

// A control sequence may stand before the first line; runs are counted from 1.
def runs = [''] + log.split('(?=\\[INFO\\] Scanning for projects)').findAll { it.contains('Scanning for projects') }
assert runs[5] =~ /missing-user\s+error\s+profile strict, -Ddocker-audit\.profile/
assert runs[5] =~ /named-user\s+\w+\s+profile strict, -Ddocker-audit\.profile/
assert runs[5] =~ /untagged-image\s+info\s+\.docker-audit\.yml:2:3/
assert runs[6] =~ /missing-user\s+error\s+-Ddocker-audit\.rules/
assert runs[6] =~ /named-user\s+off\s+-Ddocker-audit\.rules/
assert runs[6] =~ /untagged-image\s+off\s+-Ddocker-audit\.rules/
