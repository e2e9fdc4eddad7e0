package io.github.dockeraudit.facts.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dockeraudit.compose.ComposeFiles;
import io.github.dockeraudit.compose.Deployment;
import io.github.dockeraudit.compose.Environment;
import io.github.dockeraudit.compose.Mount;
import io.github.dockeraudit.compose.Scalar;
import io.github.dockeraudit.compose.Service;
import io.github.dockeraudit.project.Discovery;
import io.github.dockeraudit.project.Project;
import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProductionOverrideTest {

  private static final String BASE =
      """
      services:
        database:
          image: postgres:16
          restart: always
          ports:
            - "5432:5432"
          logging: {driver: journald}
        shop:
          build: .
          ports: ["80:8080"]
          mem_limit: 1g
          volumes:
            - ./src:/app/src
            - ./data:/app/data # uploads
            - "cache:/app/cache"
        migrate:
          build: .
          command: shop migrate
          volumes: ['./src:/app/src']
        debugger:
          build: .
          profiles: [debug]
      volumes:
        cache:
      """;

  @TempDir Path folder;

  @BeforeEach
  void writeProject() throws IOException {
    write("compose.yaml", BASE);
    write("Dockerfile", "FROM python:3.12-slim\nCOPY . /app\nCMD [\"python\", \"-m\", \"shop\"]\n");
    write("src/shop.py", "");
    write("data/picture.png", "");
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  private Project project() {
    return Discovery.of(folder).today(LocalDate.of(2026, 9, 1)).discover();
  }

  @Test
  void itSaysOnlyWhatDiffers() {
    assertThat(ProductionOverride.of(project()))
        .singleElement()
        .satisfies(
            override -> {
              assertThat(override.path()).isEqualTo("compose.prod.yaml");
              assertThat(override.text())
                  .isEqualTo(
                      """
                      # What differs on a server. Needs Docker Compose 2.24.4 or newer:
                      #
                      #   docker compose -f compose.yaml -f compose.prod.yaml up -d

                      services:
                        database:
                          ports: !reset []
                          deploy:
                            resources:
                              limits:
                                memory: 1G
                                cpus: "1.0"
                        shop:
                          volumes: !override
                            - ./data:/app/data
                            - "cache:/app/cache"
                          restart: unless-stopped
                          logging:
                            driver: json-file
                            options:
                              max-size: 10m
                              max-file: "3"
                        migrate:
                          volumes: !reset []
                          deploy:
                            resources:
                              limits:
                                memory: 512M
                                cpus: "0.5"
                          logging:
                            driver: json-file
                            options:
                              max-size: 10m
                              max-file: "3"
                      """);
            });
  }

  @Test
  void composeMakesOfBothWhatIsMeant() {
    Source base = Source.of("compose.yaml", BASE);
    Source override = ProductionOverride.of(project()).get(0);
    Deployment merged =
        Deployment.load(List.of(base, override), Environment.empty(), ComposeFiles.NONE);

    assertThat(merged.problems()).isEmpty();
    assertThat(service(merged, "database").ports()).isEmpty();
    assertThat(service(merged, "shop").ports()).hasSize(1);
    assertThat(service(merged, "shop").volumes())
        .extracting(Mount::target)
        .extracting(Scalar::text)
        .containsExactly("/app/data", "/app/cache");
    assertThat(service(merged, "migrate").volumes()).isEmpty();
    assertThat(service(merged, "migrate").restart()).isEmpty();
  }

  private static Service service(Deployment deployment, String name) {
    return deployment.service(name).orElseThrow();
  }

  @Test
  void whatIsThereIsNotMadeAgain() throws IOException {
    write("compose.prod.yaml", "services: {}\n");

    assertThat(ProductionOverride.of(project())).isEmpty();
  }

  @Test
  void portsOfAnOverrideForDevelopmentAreNotThereAnyway() throws IOException {
    write("compose.yaml", "services:\n  shop:\n    image: example.com/shop:1\n");
    write(
        "compose.override.yaml",
        "services:\n  database:\n    image: postgres:16\n    ports: ['5432:5432']\n");

    assertThat(ProductionOverride.of(project()).get(0).text())
        .contains("  shop:")
        .doesNotContain("database");
  }
}
