import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

assert log.contains('service/Dockerfile:1:6 DA1103 missing-user')
assert report.findings*.name.count('missing-user') == 1

return true
