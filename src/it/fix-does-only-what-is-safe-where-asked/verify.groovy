
String dockerfile = new File(basedir, 'Dockerfile').text

assert dockerfile.contains('ENV LANG=C.UTF-8')
assert dockerfile.contains('ADD app.jar') : 'ADD may have unpacked the file'
return true
