import groovy.json.JsonSlurper

def all = new JsonSlurper().parse(new File(basedir, 'target/docker-audit-aggregate/audit.json'))

assert all.findings*.file.unique().sort() == ['compose.yaml', 'service/Dockerfile']
assert all.modules*.name == ['aggregate-reactor', 'service']
assert all.modules*.folder == ['', 'service']
assert all.modules.every { it.marks.size() == 5 }
assert all.score.overall < 100

// each module by itself is as good as it was for check
def service = new JsonSlurper().parse(new File(basedir, 'service/target/docker-audit/audit.json'))
assert all.modules[1].overall == service.score.overall
assert all.modules[1].marks.maintainability.score == service.score.marks.maintainability.score

String log = new File(basedir, 'build.log').text
assert log.contains('Module service is ')
assert log.count('Graded ') == 2 * 3 + 1 : 'once for each module with files, and once for all, in two builds; once for all in the third'
assert log.contains('The score is ') && log.contains('at least 100 is asked for')
assert !new File(basedir, 'service/target/docker-audit-aggregate').exists()
