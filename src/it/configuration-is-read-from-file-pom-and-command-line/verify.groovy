import groovy.json.JsonSlurper

def severities = { module ->
  def report = new JsonSlurper().parse(new File(basedir, "${module}/target/docker-audit/audit.json"))
  report.findings.collectEntries { [it.name, it.severity] }
}

// The POM wins over the file, and the command line over both: INFO in the POM would fail the build.
assert severities('api')['add-for-plain-copy'] == 'warning'
assert !severities('api').containsKey('missing-user')
assert severities('web')['add-for-plain-copy'] == 'info'
assert severities('web')['missing-user'] == 'warning'
assert !severities('api').containsKey('missing-healthcheck')
assert !severities('web').containsKey('missing-healthcheck')
