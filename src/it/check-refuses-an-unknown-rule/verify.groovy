String log = new File(basedir, 'build.log').text

assert log.contains("There is no rule 'mising-user' (-Ddocker-audit.skipRules); did you mean 'missing-user'?")
