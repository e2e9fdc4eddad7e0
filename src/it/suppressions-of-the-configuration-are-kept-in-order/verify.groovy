def log = new File(basedir, 'build.log').text
// Some Mavens write a control sequence before the first line; runs are counted from 1.
def runs = [''] + log.split('(?=\\[INFO\\] Scanning for projects)').findAll { it.contains('Scanning for projects') }

assert runs[1].contains("Unused suppression at .docker-audit.yml:2:11: 'DL3002' accepts nothing; remove it")
assert runs[2].contains('1 unused suppression, none allowed:')
assert runs[3].contains('1 suppression without a reason, none allowed:')
