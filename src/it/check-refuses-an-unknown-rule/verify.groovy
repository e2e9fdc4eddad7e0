String log = new File(basedir, 'build.log').text

assert log.contains("There is no rule 'mising-user' to skip; did you mean 'missing-user'?")
