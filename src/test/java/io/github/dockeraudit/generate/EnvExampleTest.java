package io.github.dockeraudit.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnvExampleTest {

  @TempDir Path folder;

  @BeforeEach
  void writeProject() throws IOException {
    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        services:
          shop:
            image: example.com/shop:${VERSION:-2}
            environment:
              DATABASE_URL: postgres://${DATABASE_USER:-shop}:${DATABASE_PASSWORD:-change_me}@database
              API: ${API_URL:-https://${API_HOST}/v1}
              API_TOKEN: $API_TOKEN
              GREETING: ${GREETING:-Hello, you}
              DATABASE_PASSWORD: ${DATABASE_PASSWORD:?}
            volumes:
              - ${HOME}/pictures:/pictures
        """);
  }

  private Project project() {
    return Discovery.of(folder).today(LocalDate.of(2026, 9, 1)).discover();
  }

  @Test
  void itNamesEveryVariableAndNoSecretValue() {
    assertThat(EnvExample.of(project()).map(Source::text))
        .contains(
            """
            # Copy to .env and fill in.
            # VERSION=2
            # DATABASE_USER=shop
            # Required
            DATABASE_PASSWORD=
            # API_URL=
            API_HOST=
            API_TOKEN=
            # GREETING=
            """);
  }

  @Test
  void whatIsDemandedIsMarkedAlsoWhereALaterFileReplacesIt() throws IOException {
    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        services:
          shop:
            image: example.com/shop:${VERSION:?}
            environment:
              API_KEY: ${API_KEY:?ask the owner of the account
                for it}
              PLACE: $PLACE
        """);
    Files.writeString(
        folder.resolve("compose.override.yaml"),
        """
        services:
          shop:
            image: example.com/shop:dev
            environment:
              PLACE: ${PLACE?}
        """);

    assertThat(EnvExample.of(project()).map(Source::text))
        .contains(
            """
            # Copy to .env and fill in.
            # Required
            VERSION=
            # Required: ask the owner of the account for it
            API_KEY=
            # Required
            PLACE=
            """);
  }

  @Test
  void oneThatIsThereIsNotMadeAgain() throws IOException {
    Files.writeString(folder.resolve(".env.example"), "VERSION=2\n");

    assertThat(EnvExample.of(project())).isEmpty();
  }
}
