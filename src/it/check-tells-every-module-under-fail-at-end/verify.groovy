String log = new File(basedir, 'build.log').text

['api', 'web'].each { module ->
  String failure = log.readLines().find { it.startsWith('[ERROR] Failed to execute goal') && it.contains("on project $module:") }
  assert failure.contains('1 violation of severity ERROR or graver')
  assert log.contains("$module/target/docker-audit/audit.json")
}
assert log =~ /docs .*SUCCESS/
return true
