import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

assert report.findings*.name == ['add-for-plain-copy']
assert log.contains('BUILD SUCCESS')
