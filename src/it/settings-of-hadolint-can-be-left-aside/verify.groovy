import groovy.json.JsonSlurper


def names = { String run ->
  new JsonSlurper().parse(new File(basedir, "target/$run/audit.json")).findings*.name
}

assert !names('honoured').contains('latest-image')
assert !names('honoured').contains('add-for-plain-copy')
assert names('aside').containsAll(['latest-image', 'add-for-plain-copy'])
return true
