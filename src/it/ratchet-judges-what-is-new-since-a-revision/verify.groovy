def log = new File(basedir, 'build.log').text
// Some Mavens write a control sequence before the first line; runs are counted from 1.
def runs = [''] + log.split('(?=\\[INFO\\] Scanning for projects)').findAll { it.contains('Scanning for projects') }

assert runs[1] =~ /\d+ there before/
assert runs[2].contains('web/Dockerfile:2:6 DA1102 root-user')
assert !runs[2].contains('DA1103 missing-user')
assert runs[3].contains('this clone has no origin/nowhere; fetch it, as with git fetch --depth=1 origin; all findings count')
assert runs[3].contains('DA1103 missing-user')
