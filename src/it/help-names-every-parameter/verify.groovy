String log = new File(basedir, 'build.log').text

[
  'skip', 'check.skip', 'failOnViolation', 'violationSeverity', 'maxAllowedViolations', 'includes',
  'excludes', 'skipRules', 'outputDirectory', 'formats', 'profile', 'today', 'basedir',
  'upToDateChecking', 'fix.skip', 'fixLevel', 'rules', 'dryRun', 'patch',
  'generate', 'generate.skip', 'force', 'aggregate.skip', 'minScore', 'minGrade', 'minGrades', 'compareTo',
  'report.skip', 'reportFormats',
]
  .each { assert log.contains("docker-audit.${it}") : "no ${it}" }

return true
