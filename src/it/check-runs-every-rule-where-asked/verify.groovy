import groovy.json.JsonSlurper


def names = { String run ->
  new JsonSlurper().parse(new File(basedir, "target/$run/audit.json")).findings*.name
}

assert !names('recommended').contains('unpinned-package')
assert names('all').contains('unpinned-package')
assert names('all').containsAll(names('recommended'))
return true
