String log = new File(basedir, 'build.log').text

assert log.contains("There is no rule 'mising-user' (skipRules in the POM); did you mean 'missing-user'?")
