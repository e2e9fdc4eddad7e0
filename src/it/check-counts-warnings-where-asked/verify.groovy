import groovy.json.JsonSlurper

String log = new File(basedir, 'build.log').text

assert log.contains('1 violation of severity WARNING or graver, none allowed')
assert log.contains('DA1304 add-for-plain-copy')
