import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

assert log.contains('BUILD SUCCESS')
assert report.findings == []
assert report.score.grade == 'A+'
assert !(log =~ /(?m)^\[(WARNING|ERROR)\].*Dockerfile/)
return true
