import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/elsewhere/audit.json'))

assert report.schemaVersion.startsWith('1.')
assert report.findings*.name == ['add-for-plain-copy']
assert !log.contains('add-for-plain-copy')
