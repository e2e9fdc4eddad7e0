String log = new File(basedir, 'build.log').text

assert log.contains("violationSeverity is 'FATAL'; give one of error, warning, info")
