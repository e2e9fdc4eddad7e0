String log = new File(basedir, 'build.log').text
List<String> dockerfile = new File(basedir, 'Dockerfile').readLines()

assert dockerfile.contains('FROM maven:3.9-eclipse-temurin-17 AS build')
assert dockerfile.contains(' && cp target/worker-*.jar app.jar')
assert dockerfile.contains('USER 10001:10001')
assert dockerfile.last().endsWith('"-cp", "app.jar", "com.example.Worker"]')
assert new File(basedir, '.dockerignore').readLines().contains('target')
assert log.contains('2 files generated')
assert log.contains('Dockerfile is there; -Ddocker-audit.force replaces it')
assert log.contains('0 files generated') : 'the second run has nothing to do'

return true
