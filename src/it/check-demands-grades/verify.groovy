import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text

assert log.contains('Graded ')
assert log =~ /Maintainability is \S+ \(\d+\), at least A\+ \(95\) is asked for:/
assert log =~ /DA1304 add-for-plain-copy costs \d+\.\d points/
assert !log.contains('Security is')

def score = new JsonSlurper().parse(new File(basedir, 'target/docker-audit/audit.json')).score
assert score.marks.keySet() == ['architecture', 'security', 'performance', 'experience', 'maintainability'] as Set
assert score.marks.maintainability.score < 95
assert score.marks.maintainability.findings*.name.contains('add-for-plain-copy')
assert Math.abs(100 - score.marks.maintainability.score - score.marks.maintainability.findings*.points.sum()) <= 0.51
