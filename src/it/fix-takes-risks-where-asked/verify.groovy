
assert new File(basedir, 'Dockerfile').text.contains('COPY app.jar')
return true
