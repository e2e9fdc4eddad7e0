import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text

def runs = log.split(/(?m)^\[INFO\] --- docker-audit.*:check .*$/).drop(1)
def said = runs.collect { run ->
  // What Maven still has to fetch comes in the first run alone.
  run.substring(0, run.indexOf('BUILD FAILURE')).readLines()
      .findAll { it =~ /^\[(INFO|WARNING|ERROR)\]/ && !it.contains(' from local.central: ') }
}
def failure = runs.collect { run ->
  int start = run.indexOf('Failed to execute goal')
  run.substring(start, run.indexOf('-> [Help', start))
}
def annotations = runs.collect { run -> run.readLines().findAll { it.startsWith('::') } }
assert runs.size() == 3
assert runs.collect { it.contains('the last audit, which is told again') } == [false, true, false]

assert said[0].any { it.contains('DA1103 missing-user') }
assert said[1] == said[0]
assert annotations[0].any { it =~ /^::error file=.*Dockerfile,line=1,/ }
assert annotations[1] == annotations[0]
assert failure[0].contains('1 violation of severity ERROR or graver')
assert failure[1] == failure[0]

File report = new File(basedir, 'target/docker-audit/audit.json')
byte[] first = new File(basedir, 'target/first/audit.json').bytes
byte[] second = new File(basedir, 'target/second/audit.json').bytes
assert Arrays.equals(first, second)
assert new JsonSlurper().parse(first).findings*.name.contains('missing-user')
assert new JsonSlurper().parse(report).findings*.name.contains('root-user')
assert said[2].any { it.contains('root-user') }

return true
