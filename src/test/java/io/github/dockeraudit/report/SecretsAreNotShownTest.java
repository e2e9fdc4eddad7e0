package io.github.dockeraudit.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.audit.Audit;
import io.github.dockeraudit.audit.Auditor;
import io.github.dockeraudit.compose.ComposeFile;
import io.github.dockeraudit.facts.SecretValues;
import io.github.dockeraudit.generate.Generated;
import io.github.dockeraudit.generate.Generator;
import io.github.dockeraudit.generate.Part;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.report.html.HtmlReporter;
import io.github.dockeraudit.report.markdown.MarkdownReporter;
import io.github.dockeraudit.rule.Rule;
import io.github.dockeraudit.rule.Ruleset;
import io.github.dockeraudit.rule.Severity;
import io.github.dockeraudit.source.Source;
import io.github.dockeraudit.source.SourceRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsAreNotShownTest {

  private static final String SECRET = "hunter2Zq9";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENV DB_PASSWORD=hunter2Zq9",
        "ENV DB_PASSWORD hunter2Zq9 hunter2Zq9",
        "ENV MODE=fast DB_PASSWORD=\"hunter2Zq9 hunter2Zq9\"",
        "ENV DB_PASSWORD=hunter2Zq9\\ hunter2Zq9",
        "ENV DB_PASSWORD=${PREFIX}hunter2Zq9",
        "ENV DB_PASSWORD=${OTHER:-hunter2Zq9}",
        "ENV DATABASE_URL=postgresql://me:hunter2Zq9@db/shop",
        "ENV DB_PASSWORD=correct hunter2Zq9",
        "COPY https://me:hunter2Zq9@example.com/x /x",
        "ARG NPM_TOKEN=hunter2Zq9",
        "ARG A=1 NPM_TOKEN='hunter2Zq9'",
        "LABEL com.example.api-key=hunter2Zq9",
        "ONBUILD ENV DB_PASSWORD hunter2Zq9 hunter2Zq9",
        "RUN DB_PASSWORD=hunter2Zq9 ./setup.sh",
        "RUN export DB_PASSWORD='hunter2Zq9 hunter2Zq9' && ./setup.sh",
        "RUN curl -u me:hunter2Zq9 https://example.com && sudo ls",
        "RUN curl -H 'X-Api-Key: hunter2Zq9' https://example.com",
        "RUN curl -o /x http://me:hunter2Zq9@example.com/x",
        "RUN curl -o /x 'http://example.com/x?user=me&password=hunter2Zq9'",
        "ADD http://me:hunter2Zq9@example.com/x.tar.gz /x",
        "RUN pip install --extra-index-url https://me:hunter2Zq9@pypi.example.com/simple shop",
        "RUN npm config set registry https://me:hunter2Zq9@npm.example.com/",
        "RUN useradd -p hunter2Zq9 me && echo me:hunter2Zq9 | chpasswd",
        "RUN echo 'me:hunter2Zq9' | sudo chpasswd",
        "RUN printf 'root:hunter2Zq9\\nme:hunter2Zq9\\n' | chpasswd",
        "RUN chpasswd <<< me:hunter2Zq9",
        "RUN chpasswd <<EOF\nroot:hunter2Zq9\nme:hunter2Zq9\nEOF",
        "RUN usermod --password=hunter2Zq9 me",
        "RUN echo hunter2Zq9 | passwd --stdin root",
        "RUN curl -H 'Authorization: Bearer hunter2Zq9' http://example.com/x",
        "RUN wget --header=\"authorization: token hunter2Zq9\" http://example.com/x",
        "RUN git clone https://hunter2Zq9hunter2Zq9@git.example.com/x.git && sudo ls",
        "RUN echo hunter2Zq9 | docker login -u me --password-stdin && sudo ls",
        "RUN aws configure set aws_secret_access_key hunter2Zq9 && sudo ls",
        "RUN ssh-keygen -t rsa -N hunter2Zq9 && sudo ls",
        "RUN openssl enc -aes-256-cbc -k hunter2Zq9 && sudo ls",
        "COPY <<EOF /root/.netrc\nmachine example.com login me password hunter2Zq9\nEOF",
        "RUN wget --user me --password hunter2Zq9 http://example.com/x",
        "ENV HTTP_PROXY=http://me:hunter2Zq9@proxy.example.com:3128",
        "RUN git clone https://me:hunter2Zq9@git.example.com/x.git",
        "RUN mysql -uroot -phunter2Zq9 < schema.sql",
        "RUN echo 'password: hunter2Zq9' > /config.yml",
        "RUN echo '{\"password\": \"hunter2Zq9\"}' > /config.json",
        "RUN keytool -import -storepass hunter2Zq9 -noprompt",
        "CMD [\"redis-server\", \"--requirepass\", \"hunter2Zq9\"]",
        "CMD java -Dspring.datasource.password=hunter2Zq9 -jar app.jar",
        "HEALTHCHECK CMD redis-cli -a hunter2Zq9 ping",
        "# the password: hunter2Zq9",
        "# docker-audit ignore=latest-image,add-for-plain-copy -- password: hunter2Zq9\nADD x /",
        "RUN <<EOF\nexport TOKEN=hunter2Zq9\nEOF",
        "COPY <<EOF /a\npassword: hunter2Zq9\nEOF",
        "LABEL a=https://me:hunter2Zq9@example.com/",
        "RUN echo \"glpat-hunter2Zq9hunter2Zq9\" > /token",
        "CMD [\"run\", \"--api-token\", \"hunter2Zq9\"]",
      })
  void inDockerfiles(String line) throws IOException {
    write("Dockerfile", "FROM alpine:3.8\n" + line + "\n");
    assertNothingIsShown();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "environment:\n      DB_PASSWORD: hunter2Zq9",
        "environment:\n      DB_PASSWORD: hunter2Zq9 and hunter2Zq9 # a comment",
        "environment:\n      DB_PASSWORD: 'hunter2Zq9'",
        "environment:\n      DB_PASSWORD: >-\n        hunter2Zq9\n        hunter2Zq9",
        "environment:\n      DB_PASSWORD: ${DB_PASSWORD:-hunter2Zq9}",
        "environment:\n      DB_PASSWORD: ${A}hunter2Zq9${B-hunter2Zq9}",
        "environment: {MODE: fast, DB_PASSWORD: hunter2Zq9}",
        "environment:\n      - DB_PASSWORD=hunter2Zq9 hunter2Zq9",
        "environment:\n      - \"DB_PASSWORD=hunter2Zq9 hunter2Zq9\"",
        "environment:\n      DATABASE_URL: amqp://me:hunter2Zq9@broker",
        "environment:\n      CONNECTION: Server=db;Password=hunter2Zq9;",
        "environment:\n      HARMLESS: ${DB_PASSWORD:-hunter2Zq9}",
        "environment:\n      <<: {DB_PASSWORD: hunter2Zq9}",
        "build:\n      context: .\n      args:\n        NPM_TOKEN: hunter2Zq9",
        "labels:\n      com.example.token: hunter2Zq9",
        "command: redis-server --requirepass hunter2Zq9",
        "command: [\"redis-server\", \"--requirepass\", \"hunter2Zq9\"]",
        "command:\n      - redis-server\n      - --requirepass\n      - hunter2Zq9",
        "healthcheck:\n      test: mysqladmin ping -phunter2Zq9",
        "healthcheck:\n      test: 'curl -H \"Authorization: Bearer hunter2Zq9\" http://localhost'",
        "build: https://me:hunter2Zq9@git.example.com/shop.git",
        "build:\n      context: .\n      additional_contexts:\n        a: https://me:hunter2Zq9@example.com/a.git",
        "build:\n      context: .\n      args:\n        - NPM_TOKEN=hunter2Zq9\n        - UNKNOWN_TOKEN=hunter2Zq9",
        "environment:\n      HTTPS_PROXY: http://me:hunter2Zq9@proxy.example.com:3128",
        "logging:\n      driver: gelf\n      options:\n        gelf-address: tcp://me:hunter2Zq9@logs.example.com",
        "privileged: true # the password: hunter2Zq9",
        "ports: 80 # broken, and so is the rest\n   environment:\n      DB_PASSWORD: hunter2Zq9",
      })
  void inComposeFiles(String attribute) throws IOException {
    write("compose.yaml", "services:\n  shop:\n    image: postgres:16\n    " + attribute + "\n");
    assertNothingIsShown();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "DB_PASSWORD=hunter2Zq9 hunter2Zq9",
        "export DB_PASSWORD=\"hunter2Zq9\nhunter2Zq9\"",
        "DATABASE_URL=redis://:hunter2Zq9@cache",
        "# DB_PASSWORD=hunter2Zq9",
      })
  void inFilesThatSetVariables(String line) throws IOException {
    write("compose.yaml", "services:\n  shop:\n    image: postgres:16\n");
    write(".env", line + "\n");
    assertNothingIsShown();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export DB_PASSWORD=hunter2Zq9",
        "curl -u me:hunter2Zq9 https://example.com",
        "DB_PASSWORD='hunter2Zq9' ./run",
        "# the password: hunter2Zq9",
        "curl -H 'Authorization: Basic hunter2Zq9' https://example.com",
        "echo glpat-hunter2Zq9hunter2Zq9",
      })
  void inScriptsAndExamples(String line) throws IOException {
    write("compose.yaml", "services:\n  shop:\n    image: postgres:16\n");
    write("deploy.sh", "#!/bin/sh\n" + line + "\n");
    write(".env.example", "DB_PASSWORD=hunter2Zq9\n# API_TOKEN=hunter2Zq9\n");
    assertNothingIsShown();
  }

  @Test
  void inOverriddenAndExtendedFiles() throws IOException {
    write(
        "compose.yaml",
        """
        services:
          shop:
            extends:
              file: common.yaml
              service: base
            environment:
              DB_PASSWORD: hunter2Zq9
        """);
    write(
        "compose.override.yaml",
        """
        services:
          shop:
            environment:
              DB_PASSWORD: ${DB_PASSWORD}
        """);
    write(
        "common.yaml",
        """
        services:
          base:
            image: postgres:16
            environment:
              API_TOKEN: hunter2Zq9
        """);
    assertNothingIsShown();
  }

  @Test
  void aReferenceIsShown() throws IOException {
    String text =
        """
        services:
          shop:
            image: postgres:16
            environment:
              DB_PASSWORD: ${DB_PASSWORD}
              API_TOKEN: $API_TOKEN
              REQUIRED_TOKEN: ${REQUIRED_TOKEN:?set it in .env}
              PASSWORD_FILE: /run/secrets/password
              DATABASE_URL: postgresql://${USER}:${PASSWORD}@db/shop
              ALLOW_EMPTY_PASSWORD: "yes"
            secrets: [db_password]
        secrets:
          db_password:
            file: ./password.txt
        """;
    write("compose.yaml", text);
    assertThat(SecretValues.in(project())).isEmpty();
  }

  @Test
  void valuesComeInOrderAndDoNotOverlap() throws IOException {
    write("Dockerfile", "FROM alpine\nENV A_TOKEN=hunter2Zq9 B_TOKEN=hunter2Zq9\n");
    write(".env", "A_TOKEN=hunter2Zq9\n");
    assertThat(SecretValues.in(project()))
        .isSorted()
        .extracting(SourceRange::text)
        .containsExactly(SECRET, SECRET, SECRET);
  }

  /** A Makefile is none of the files in which secrets are looked for before they change. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "curl -H 'Authorization: Bearer hunter2Zq9'",
        "curl -H 'authorization: hunter2Zq9'",
        "echo machine example.com login me password hunter2Zq9",
        "git clone https://hunter2Zq9hunter2Zq9aaaa@example.com/shop",
        "mysql -phunter2Zq9",
        "DB_PASSWORD=hunter2Zq9 ./setup.sh"
      })
  void aFileThatIsChangedIsReadThoughNobodyHasLookedForSecretsInIt(String command)
      throws IOException {
    write("Dockerfile", "FROM alpine\n");
    write("Makefile", "setup:\n\t" + command + "\n");
    Project project = project();
    Source makefile = project.text("Makefile").orElseThrow();
    Source after = makefile.withText(makefile.text() + "\nlogs:\n\tdocker compose logs\n");
    List<SourceRange> secrets = SecretValues.in(project, after);
    assertThat(Excerpt.printable(after.range(), secrets))
        .doesNotContain(SECRET)
        .contains("docker compose logs");
  }

  private void assertNothingIsShown() throws IOException {
    Project project = project();
    List<SourceRange> secrets = SecretValues.in(project);
    for (Source file : files(project)) {
      assertThat(file.text()).contains(SECRET);
      for (int line = 1; line <= file.lineCount(); line++) {
        assertThat(Excerpt.of(file.line(line), secrets).text()).doesNotContain(SECRET);
      }
    }
    assertThat(report(project)).doesNotContain(SECRET);
  }

  private static List<Source> files(Project project) {
    List<Source> files = new ArrayList<>(project.files());
    project.envFiles().forEach(file -> files.add(file.source()));
    project.deployments().stream()
        .flatMap(deployment -> deployment.files().stream())
        .map(ComposeFile::source)
        .filter(source -> !files.contains(source))
        .forEach(files::add);
    files.removeIf(file -> !file.text().contains(SECRET));
    return files;
  }

  private static String report(Project project) throws IOException {
    Audit audit = new Auditor(Ruleset.load(Rule.class.getClassLoader())).audit(project);
    assertThat(audit.failures()).isEmpty();
    StringBuilder report = new StringBuilder();
    new ConsoleReporter(false, "mvn docker-audit:fix")
        .print(audit, (severity, line) -> report.append(line).append('\n'));
    RepositoryPaths paths = new RepositoryPaths("");
    new JsonReporter("1.0.0").write(audit, report);
    new SarifReporter("1.0.0", paths).write(audit, report);
    new JunitReporter(paths, Severity.INFO).write(audit, report);
    new CheckstyleReporter("1.0.0", paths).write(audit, report);
    new GitlabReporter(paths).write(audit, report);
    new GithubReporter(paths).write(audit, report);
    new MarkdownReporter("1.0.0").write(audit, report);
    new HtmlReporter("1.0.0").write(audit, report);
    Generated generated =
        new Generator(path -> Optional.empty(), true).generate(project, EnumSet.allOf(Part.class));
    new GenerateReporter(false)
        .printDiff(generated, "", (severity, line) -> report.append(line).append('\n'));
    return report.toString();
  }

  private Project project() {
    return Discovery.of(folder).today(LocalDate.of(2026, 9, 1)).discover();
  }

  private void write(String path, String text) throws IOException {
    Files.writeString(folder.resolve(path), text);
  }
}
