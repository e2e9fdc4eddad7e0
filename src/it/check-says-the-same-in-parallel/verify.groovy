import groovy.json.JsonSlurper

/** What a run wrote, by path. */
Map<String, byte[]> written(String run) {
  Map<String, byte[]> files = new TreeMap<>()
  basedir.eachFileRecurse { file ->
    String path = basedir.toPath().relativize(file.toPath()).toString().replace('\\', '/')
    if (path.contains("target/$run") && path ==~ /.*audit\.(json|sarif|html)/) {
      files[path.replace("target/$run", 'target/run')] = file.bytes
    }
  }
  files
}

Map<String, byte[]> serial = written('serial')
Map<String, byte[]> parallel = written('parallel')
assert serial.keySet() == parallel.keySet()
serial.each { path, bytes -> assert Arrays.equals(bytes, parallel[path]) : path }

int modules = serial.keySet().count { it ==~ 'module-[0-9]+/target/run/audit.json' }
assert modules > 150 && modules < 200 : "$modules modules were audited"
assert serial.keySet().findAll { it.contains('run-aggregate') } ==
    ['target/run-aggregate/audit.html', 'target/run-aggregate/audit.json'] as Set

def whole = new JsonSlurper().parse(serial['target/run-aggregate/audit.json'])
def counted = { report -> report.findings.findAll { it.category != 'experience' }.size() }
int alone = serial.findAll { path, bytes -> path ==~ 'module-.*/audit.json' }
    .collect { path, bytes -> counted(new JsonSlurper().parse(bytes)) }.sum()
assert counted(whole) == alone : 'the whole is not its modules'
assert whole.modules.size() == modules
return true
