String log = new File(basedir, 'build.log').text
List<String> dockerfile = new File(basedir, 'web/Dockerfile').readLines()

assert dockerfile.containsAll([
    '# docker build -f web/Dockerfile .',
    'COPY pom.xml ./',
    'COPY api/pom.xml ./api/',
    'COPY batch/pom.xml ./batch/',
    'COPY web/pom.xml ./web/',
    'RUN mvn -B -ntp -pl web -am -DskipTests package dependency:copy-dependencies -DincludeScope=runtime \\',
    ' && cp web/target/web-*.jar app.jar',
    'COPY --from=build /src/web/target/dependency ./lib'])
assert new File(basedir, 'web/Dockerfile.dockerignore').readLines().containsAll(['.git', 'api/target', 'web/target'])
assert log.contains('the POM names no class to start') : 'a library gets no Dockerfile'
assert !new File(basedir, 'api/Dockerfile').exists()
assert log.contains('No findings in 1 file') : 'what is generated is free of findings'

return true
