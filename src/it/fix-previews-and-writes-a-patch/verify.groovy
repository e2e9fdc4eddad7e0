String log = new File(basedir, 'build.log').text
File patch = new File(basedir, 'target/fix.patch')

assert new File(basedir, 'Dockerfile').text.contains('ADD app.jar')
assert log.contains('-ADD app.jar /app/app.jar')
assert log.contains('+COPY app.jar /app/app.jar')
assert patch.getText('UTF-8').startsWith('--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,4 +1,4 @@\n')
assert patch.getText('UTF-8').contains('+COPY app.jar /app/app.jar\r\n')
