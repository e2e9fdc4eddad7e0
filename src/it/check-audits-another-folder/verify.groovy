import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

assert report.findings*.name == ['add-for-plain-copy']
assert report.findings*.file == ['web/Dockerfile']
return true
