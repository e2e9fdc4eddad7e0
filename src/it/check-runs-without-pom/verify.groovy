import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

assert report.findings*.name.contains('missing-user')
assert log.contains('Dockerfile:1:6 DA1103 missing-user')
assert report.tool.version == new File(basedir, 'build.log').text.find(/docker-audit-maven-plugin:([^:]+):check/) { all, version -> version }
