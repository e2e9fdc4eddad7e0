def git = { String... arguments ->
  def process = (['git'] + arguments.toList()).execute(null as String[], basedir)
  process.waitFor()
  assert process.exitValue() == 0 : process.errorStream.text
}
git('init', '--quiet')
git('add', 'Dockerfile', 'pom.xml')
git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message=First')
new File(basedir, 'Dockerfile').text = '# moved\n\n' + new File(basedir, 'Dockerfile').text
def web = new File(basedir, 'web')
web.mkdirs()
new File(web, 'Dockerfile').text = 'FROM alpine:3.22\nUSER root\n'
return true
