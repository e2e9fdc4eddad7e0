// Every fourth module has nothing to audit; the faults of the others differ.
List<String> names = (1..200).collect { String.format('module-%03d', it) }
File root = new File(basedir, 'pom.xml')
root.text = root.text.replaceFirst(
    /(?s)<modules>.*<\/modules>/,
    '<modules>\n' + names.collect { "    <module>${it}</module>\n" }.join('') + '  </modules>')
names.eachWithIndex { name, i ->
  File module = new File(basedir, name)
  module.mkdirs()
  new File(module, 'pom.xml').text = """\
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <parent>
    <groupId>com.example</groupId>
    <artifactId>parent</artifactId>
    <version>1.0.0</version>
  </parent>
  <artifactId>${name}</artifactId>
  <packaging>pom</packaging>
</project>
"""
  if (i % 4 != 0) {
    new File(module, 'Dockerfile').text = """\
FROM eclipse-temurin:${['21-jre', 'latest', '8-jdk'][i % 3]}
${i % 5 == 0 ? 'RUN cd /tmp && apt-get install curl' : 'WORKDIR app'}
ADD app.jar /app/
CMD java -jar /app/app.jar
"""
  }
  if (i % 7 == 0) {
    new File(module, 'compose.yaml').text = """\
services:
  app:
    build: .
    ports: ["${8000 + i}:8080"]
  db:
    image: postgres
    environment: {POSTGRES_PASSWORD: "${'$'}{DB_PASSWORD:-change_me}"}
    ports: ["5432:5432"]
"""
  }
}
return true
