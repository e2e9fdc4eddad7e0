import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

List<String> files = report.findings*.file.unique()

assert files.containsAll(['Containerfile', 'compose.yaml', 'docker/app.build'])
assert !files.contains('notes.txt')
return true
