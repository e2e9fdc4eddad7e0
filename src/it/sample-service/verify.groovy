import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

Set found = report.findings.collect { it.name }
[
  'missing-user', 'development-tools', 'sources-before-dependencies', 'kept-package-lists',
  'add-for-plain-copy', 'shell-form-command', 'secret-in-variable',
  'published-data-port', 'missing-limits', 'dependency-without-condition', 'unused-volume',
  'guessable-secret-default', 'missing-service-healthcheck', 'missing-dockerignore',
].each { assert found.contains(it) : "no ${it} in ${found}" }

assert log.contains('missing-user')
assert !log.contains('7f3a91c2d4e8b605') : 'a secret is printed'
assert !new File(basedir, 'target/docker-audit/audit.json').text.contains('7f3a91c2d4e8b605')
