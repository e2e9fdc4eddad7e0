def git = { String... arguments ->
  def process = (['git'] + arguments.toList()).execute(null as String[], basedir)
  def said = process.text.trim()
  assert process.waitFor() == 0 : process.errorStream.text
  said
}
def commit = { String file ->
  git('add', file)
  git('-c', 'user.name=Test', '-c', 'user.email=test@example.com', 'commit', '--quiet', '--message=More')
  git('rev-parse', 'HEAD')
}
git('init', '--quiet')
git('checkout', '--quiet', '-b', 'work')
git('branch', 'main', commit('pom.xml'))
// Where main will be once somebody has merged the Dockerfile.
def later = new File(basedir, '.git/later')
later.mkdirs()
new File(later, 'main').text = commit('Dockerfile') + '\n'

// What a packaging with classes would have made by now: a folder that appears is a change.
new File(basedir, 'target').mkdirs()
return true
