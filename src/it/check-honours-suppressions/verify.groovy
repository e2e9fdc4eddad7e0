import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

assert report.findings.isEmpty()
assert report.suppressed*.name.sort() == ['add-for-plain-copy', 'missing-user', 'shell-form-command']
assert report.suppressed.find { it.name == 'missing-user' }.reason == 'runs in a sandbox of its own'
