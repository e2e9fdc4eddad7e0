import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

def finding = report.findings.find { it.name == 'privileged-service' }

assert finding.file == 'compose.override.yaml'
assert finding.line == 3
assert !report.findings*.name.contains('published-data-port')
return true
