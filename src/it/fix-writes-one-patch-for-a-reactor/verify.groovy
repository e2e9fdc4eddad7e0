String log = new File(basedir, 'build.log').text
String patch = new File(basedir, 'fixes/fix.patch').getText('UTF-8')
List<String> changed = patch.readLines().findAll { it.startsWith('+++ ') }

assert changed == ['+++ b/Dockerfile', '+++ b/api/batch/Dockerfile', '+++ b/web/Dockerfile']
assert !new File(basedir, 'web/fixes').exists()
assert log.contains('--- a/api/batch/Dockerfile') : 'what is printed has the same paths'

['', 'api/batch/', 'web/'].each { assert new File(basedir, it + 'Dockerfile').text.contains('ADD ') }
Process git = ['git', 'apply', '--verbose', 'fixes/fix.patch'].execute(['GIT_CEILING_DIRECTORIES=' + basedir.parent], basedir)
git.waitFor()
assert git.exitValue() == 0 : git.err.text
['', 'api/batch/', 'web/'].each { assert new File(basedir, it + 'Dockerfile').text.contains('COPY ') }
return true
