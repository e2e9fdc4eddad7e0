package io.github.dockeraudit.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.facts.Answer;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeveloperSurveyTest {

  @TempDir Path folder;

  private Surveys files;

  @BeforeEach
  void hasADatabase() throws IOException {
    files =
        new Surveys(folder)
            .file(
                "compose.yaml",
                """
                services:
                  db: {image: "postgres:17"}
                  web: {build: ., ports: ["8080:8080"], environment: {MODE: "${MODE}"}}
                """)
            .file("Dockerfile", "FROM alpine:3.22\nENTRYPOINT [\"/entry.sh\"]\n");
  }

  private DeveloperSurvey survey() {
    return files.survey().developers();
  }

  @Test
  void commandsAreKnownByWhatTheyRun() throws IOException {
    files.file(
        "Makefile",
        """
        go:
        	docker compose -f compose.yaml up -d
        halt:
        	@docker compose down
        wipe:
        	docker compose down --volumes
        enter:
        	docker compose exec web sh
        save:
        	docker compose exec -T db pg_dump shop > shop.sql
        load:
        	docker compose exec -T db psql shop < shop.sql
        says:
        	@echo run pytest and ruff
        """);

    assertThat(survey().offered().keySet())
        .contains(Task.UP, Task.DOWN, Task.CLEAN, Task.SHELL, Task.BACKUP)
        .doesNotContain(Task.TEST, Task.LINT);
    assertThat(survey().commands()).containsEntry("Makefile", 7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "docker compose run --rm web alembic upgrade head",
        "docker compose run --rm web npx typeorm migration:run",
        "docker compose exec web ./manage.py migrate",
        "docker compose exec web bin/console doctrine:migrations:migrate",
        "./mvnw liquibase:update",
        "dbmate up"
      })
  void migrationsAreKnownByWhatTheyRun(String command) throws IOException {
    files.file("Makefile", "tables:\n\t" + command + "\n");

    assertThat(survey().offered()).containsKey(Task.MIGRATE);
  }

  @Test
  void theBuildOfAPackageBuildsNoImage() throws IOException {
    files.file(
        "package.json", "{\"scripts\": {\"build\": \"vite build\", \"test\": \"vitest\"}}\n");

    assertThat(survey().offered()).containsOnlyKeys(Task.TEST);
  }

  @Test
  void whatTheServicesCallForIsMissing() throws IOException {
    files.file("Makefile", "up:\n\tdocker compose up -d\n");

    assertThat(survey().missing())
        .containsExactly(
            Task.DOWN,
            Task.LOGS,
            Task.PS,
            Task.BUILD,
            Task.SHELL,
            Task.CLEAN,
            Task.BACKUP,
            Task.RESTORE);
  }

  @Test
  void nothingIsMissingWhereNobodyKnowsAllCommands() throws IOException {
    files.file("Makefile", "include other.mk\nup:\n\tdocker compose up -d\n");

    assertThat(survey().missing()).isEmpty();
  }

  @Test
  void stepsAreThoseThatTheFilesProve() throws IOException {
    assertThat(survey().steps())
        .containsExactly(
            new SetupStep(SetupStep.Kind.START, "docker compose up -d"),
            new SetupStep(SetupStep.Kind.OPEN, "localhost:8080 (web)"));

    files.file(".env.example", "MODE=\n").file("Makefile", "up:\n\tdocker compose up -d\n");

    assertThat(survey().steps().stream().map(SetupStep::text))
        .containsExactly("cp .env.example .env", "make up", "localhost:8080 (web)");
  }

  @Test
  void aScriptIsToldByWhatItDoes() throws IOException {
    files.file(
        "bin/entry.sh",
        """
        #!/bin/sh
        set -eu
        until nc -z db 5432; do sleep 1; done
        exec "$@"
        """);

    assertThat(files.survey().scripts())
        .singleElement()
        .satisfies(
            script -> {
              assertThat(script.stopsOnError()).as("set -e").isTrue();
              assertThat(script.handsOver()).as("exec").isTrue();
              assertThat(script.waits()).hasSize(1);
              assertThat(script.startsContainer()).isEqualTo(Answer.UNKNOWN);
            });
  }

  @Test
  void aScriptStartsAContainerOnlyIfItGetsThere() throws IOException {
    files.file("bin/entry.sh", "#!/bin/sh\nexec app\n");
    files.file(
        "Dockerfile",
        "FROM alpine:3.22\nCOPY bin/entry.sh /entry.sh\nENTRYPOINT [\"/entry.sh\"]\n");
    assertThat(files.survey().scripts().get(0).startsContainer()).isEqualTo(Answer.YES);
    assertThat(files.survey().scripts().get(0).handsOver()).as("its arguments").isFalse();

    files.file(
        "Dockerfile",
        "FROM alpine:3.22\nRUN echo 'exec app' > /entry.sh\nENTRYPOINT [\"/entry.sh\"]\n");
    assertThat(files.survey().scripts().get(0).startsContainer())
        .as("the image writes another")
        .isEqualTo(Answer.NO);
  }
}
