import groovy.json.JsonSlurper

def file = new File(basedir, '.docker-audit-baseline.json')
def baseline = new JsonSlurper().parse(file)
assert baseline.findings.collect { it.file + ' ' + it.name } == ['Dockerfile missing-user', 'Dockerfile add-for-plain-copy']
assert file.readLines().count { it.contains('"rule"') } == 2

def log = new File(basedir, 'build.log').text
// Some Mavens write a control sequence before the first line; runs are counted from 1.
def runs = [''] + log.split('(?=\\[INFO\\] Scanning for projects)').findAll { it.contains('Scanning for projects') }
assert runs[1].contains('.docker-audit-baseline.json holds 1 finding, 1 fewer than before')
assert runs[2].contains('.docker-audit-baseline.json holds 2 findings, 1 more than before')
assert runs[3].contains('No findings in 1 file, 2 in the baseline')
assert runs[4].contains('2 violations of severity INFO or graver')
assert runs[4].contains('more/new.docker:2:1 DA1304')
// What got graver is told again.
assert runs[5] =~ /1 violation of severity INFO or graver, none allowed:\s+\[?E?R?R?O?R?\]?\s*Dockerfile:2:1 DA1304/
assert runs[6].contains('2 violations of severity INFO or graver')
