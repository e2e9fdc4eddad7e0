import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text
def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))

Set files = report.findings*.file
[
  'Dockerfile', 'binary/Dockerfile', 'large/Dockerfile', 'link/Dockerfile', 'compose.yaml',
  'folder/Dockerfile', 'aliases/compose.yaml', 'deep/compose.yaml', 'circle/other.yaml',
  'outside/compose.yaml',
].each {
  assert files.contains(it) : "no finding for ${it} in ${files}"
}
assert !(log =~ /\n\s+at [\w.$]+\(/) : 'a stack trace is printed'
assert log.contains('BUILD SUCCESS')
