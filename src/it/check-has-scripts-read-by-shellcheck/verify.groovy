import groovy.json.JsonSlurper

def report = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json'))
def finding = report.findings.find { it.rule == 'SC2164' }

assert finding.message == 'Mind that this may fail'
assert finding.line == 5 && finding.column == 5
assert finding.aliases.contains('shellcheck:SC2164')

def run = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.sarif')).runs[0]
def result = run.results.find { it.ruleId == 'SC2164' }
assert run.tool.driver.rules[result.ruleIndex].helpUri == 'https://www.shellcheck.net/wiki/SC2164'

// one process for each of two builds, of which the first makes target; none for the third
assert new File(basedir, 'calls').readLines().size() == 2

def log = new File(basedir, 'build.log').text
assert log.contains('error SC2164 shellcheck-sc2164: Mind that this may fail')
