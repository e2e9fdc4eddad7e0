import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))
def log = new File(basedir, 'build.log').text

assert !report.findings*.name.contains('root-user')
assert report.findings.find { it.name == 'add-for-plain-copy' }.severity == 'info'
assert report.findings.findAll { it.name == 'unpinned-package' }*.line == [5]
assert report.findings*.name.contains('invalid-label-value')

assert log.contains('Honours .hadolint.yaml')
assert log.contains(".hadolint.yaml:10:1: hadolint has no key 'colour'")
