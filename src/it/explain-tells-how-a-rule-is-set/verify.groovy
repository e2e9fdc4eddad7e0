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
