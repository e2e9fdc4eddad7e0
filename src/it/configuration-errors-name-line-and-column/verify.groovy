assert new File(basedir, 'build.log').text.contains(
    ".docker-audit.yml:2:3: there is no rule 'missing-usr'; did you mean 'missing-user'?")
assert new File(basedir, 'build.log').text.contains(
    ".docker-audit.yml:3:3: there is no rule 'root-usr'; did you mean 'root-user'?")
