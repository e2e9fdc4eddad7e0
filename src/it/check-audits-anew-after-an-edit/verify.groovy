def audits = new File(basedir, 'build.log').text.split(/(?m)^\[INFO\] --- /).drop(1)
    .findAll { it =~ /^docker-audit\S*:check / }

// After each edit it is made anew, and then told again.
def isToldAgain = audits.collect { it.contains('the last audit, which is told again') }
assert isToldAgain == [false, true] * 8

def said = audits.collect { audit ->
  (audit =~ /(?m)^\S*\s+Dockerfile:\d:6 (\w+) (?:DA1102|ACME1101) [^:]*: (\w+)/).collect { it[1] + ' ' + it[2] }
}
def configured = [['error The'], ['warning The'], ['info Not', 'info The'], ['info Take', 'info The']]
def known = [['info Take', 'info The'], []]
def committed = [['info Take', 'info The'], []]
assert said == (configured + known + committed).collectMany { [it, it] }
return true
