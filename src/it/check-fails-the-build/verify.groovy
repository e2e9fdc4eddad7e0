import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

assert log.contains('1 violation of severity ERROR or graver, none allowed')
assert log.contains('Dockerfile:1:6 DA1103 missing-user')
assert log.contains('audit.json')
assert report.findings.find { it.rule == 'DA1103' }.severity == 'error'
assert !log.contains('Exception:') : 'a stack trace is printed'
