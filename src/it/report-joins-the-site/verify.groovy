File site = new File(basedir, 'target/site')

File page = new File(site, 'docker-audit/audit.html')
assert page.getText('UTF-8').startsWith('<!DOCTYPE html>') : 'our page, without a frame'
assert page.getText('UTF-8').contains('missing-user')
assert site.listFiles().any { it.name.endsWith('.html') && it.text.contains('docker-audit/audit.html') } : 'linked'
assert page.parentFile.list().toList() == ['audit.html'] : 'nothing else is published'

return true
