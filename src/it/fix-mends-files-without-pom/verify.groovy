String log = new File(basedir, 'build.log').text

assert new File(basedir, 'Dockerfile').text == '''FROM eclipse-temurin:21-jre
# the application
copy app.jar /app/app.jar
USER 10001
ENTRYPOINT ["java", "-jar", "/app/app.jar"]
'''
assert log.contains('3 DA1304 add-for-plain-copy: Replace ADD with COPY')
assert log.contains('1 finding fixed in 1 file, 0 left')
assert log.contains('0 findings fixed in 0 files, 0 left') : 'the second run has nothing to do'
