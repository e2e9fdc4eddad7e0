import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

List<String> aliases = report.findings*.aliases.flatten()

assert aliases.containsAll(['hadolint:DL3007', 'hadolint:DL3008', 'hadolint:DL3009', 'hadolint:DL3015'])
assert report.findings.every { it.aliases.any { it.startsWith('hadolint:') } }
assert report.findings.every { it.file == 'Dockerfile' }
return true
