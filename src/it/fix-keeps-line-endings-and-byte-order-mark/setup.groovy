// Written here, since a checkout may change line endings.
new File(basedir, 'Dockerfile').setText(
    ['\uFEFFFROM eclipse-temurin:21-jre', 'USER 10001', 'CMD java -version', ''].join('\r\n'), 'UTF-8')
return true
