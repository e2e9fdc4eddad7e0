import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'shop/target/docker-audit/audit.json'))
def own = report.findings.findAll { it.rule.startsWith('ACME') }

assert own.collect { it.rule + ' ' + it.severity + ' ' + it.category + ' ' + it.fix } == [
  'ACME1102 error security risky',
  'ACME1301 error maintainability risky'
]
assert own[1].message == "'/srv' is not /opt/app, where our operators look"
assert report.suppressed.any { it.name == 'missing-user' && it.suppressedBy == 'configuration' }

def log = new File(basedir, 'build.log').text
assert log.contains('+FROM registry.example.com/library/eclipse-temurin:21-jre')
assert log.contains('+WORKDIR /opt/app')
assert log.contains('State:    error (com/example/docker-audit.yml:4:5)')
assert log.contains('Option:   folder = /opt/app (com/example/docker-audit.yml:5:5)')
assert log.contains('Our operators look for applications there.')
