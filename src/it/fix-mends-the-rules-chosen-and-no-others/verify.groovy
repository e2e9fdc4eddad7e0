
String dockerfile = new File(basedir, 'Dockerfile').text

assert dockerfile.contains('CMD ["java", "-version"]')
assert dockerfile.contains('MAINTAINER')
assert dockerfile.contains('WORKDIR app')
return true
