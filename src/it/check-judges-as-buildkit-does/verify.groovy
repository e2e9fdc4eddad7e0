import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

List<String> aliases = report.findings*.aliases.flatten()

assert aliases.containsAll([
    'buildkit:FromAsCasing', 'buildkit:MaintainerDeprecated', 'buildkit:WorkdirRelativePath', 'buildkit:JSONArgsRecommended'])
assert report.findings.every { it.aliases.any { it.startsWith('buildkit:') } }
return true
