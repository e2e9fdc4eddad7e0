import groovy.json.JsonSlurper
import groovy.xml.XmlSlurper

File reports = new File(basedir, 'service/target/docker-audit')
String log = new File(basedir, 'build.log').text

def result = new JsonSlurper().parse(new File(reports, 'audit.sarif')).runs[0].results.find { it.ruleId == 'DA1103' }
assert result.locations[0].physicalLocation.artifactLocation.uri == 'service/Dockerfile'

def issue = new JsonSlurper().parse(new File(reports, 'gl-code-quality-report.json')).find { it.check_name == 'missing-user' }
assert issue.location.path == 'service/Dockerfile'

def file = new XmlSlurper().parse(new File(reports, 'checkstyle.xml')).file[0]
assert file.@name == 'service/Dockerfile'

def suite = new XmlSlurper().parse(new File(reports, 'TEST-docker-audit.xml'))
assert suite.testcase.find { it.@name == 'DA1103 missing-user' }.failure.size() == 1

assert log.readLines().any { it.startsWith('::error file=service/Dockerfile,line=1,') }
assert !new File(reports, 'audit.json').exists()
assert log.contains('The whole report: ' + new File(reports, 'audit.sarif'))

return true
