
String page = new File(basedir, 'target/docker-audit/audit.html').text

assert page.contains('missing-user')
assert !page.contains('<script')
return true
