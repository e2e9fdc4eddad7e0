import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text

assert log.contains('1 violation of severity ERROR or graver, none allowed')
assert log.contains('BUILD SUCCESS')
