
byte[] bytes = new File(basedir, 'Dockerfile').bytes
String text = new String(bytes, 'UTF-8')

assert text.startsWith('\uFEFFFROM')
assert text.contains('CMD ["java", "-version"]\r\n')
assert text.count('\r\n') == text.count('\n')
return true
