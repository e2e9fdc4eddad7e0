import groovy.json.JsonSlurper

def root = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))
def service = new JsonSlurper().parse(new File(basedir, 'service/target/docker-audit/audit.json'))

assert root.findings.every { it.file == 'compose.yaml' } : root.findings
assert service.findings*.file.unique() == ['Dockerfile']
assert service.findings*.name == ['add-for-plain-copy']
assert !new File(basedir, 'library/target/docker-audit').exists()
