String log = new File(basedir, 'build.log').text
File reports = new File(basedir, 'target/docker-audit')

String markdown = new File(reports, 'audit.md').getText('UTF-8')
assert markdown.startsWith('# Docker audit of report-writes-pages-for-people\n')
assert markdown.contains('missing-user')

String page = new File(reports, 'audit.html').getText('UTF-8')
assert page.startsWith('<!DOCTYPE html>')
assert page.contains('missing-user')
assert !page.contains('<script')

assert !new File(reports, 'audit.json').exists() : 'not asked for'
assert log.count('The audit: ' + new File(reports, 'audit.html')) == 2
assert log.count('Nothing has changed since the last audit') == 1

return true
