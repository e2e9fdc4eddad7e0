package io.github.dockeraudit.bench;

import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files to measure with: real ones where they are at hand, else generated ones. */
final class Corpus {

  private static final int GENERATED = 3_000;

  private static final List<Source> DOCKERFILES = read("dockerfiles", Corpus::dockerfile);
  private static final List<Source> COMPOSE = read("compose", Corpus::compose);

  /** All files in the folders of the compose files, by path. */
  private static final Map<String, Source> BESIDE_COMPOSE =
      COMPOSE.stream().collect(Collectors.toMap(Source::path, source -> source));

  private Corpus() {}

  static List<Source> dockerfiles() {
    return DOCKERFILES;
  }

  static List<Source> composeFiles() {
    return COMPOSE.stream().filter(source -> source.path().matches(".*\\.ya?ml")).toList();
  }

  /** A file that a compose file names; empty if there is none. */
  static Optional<Source> besideCompose(String path) {
    return Optional.ofNullable(BESIDE_COMPOSE.get(path));
  }

  private static List<Source> read(String kind, IntFunction<Source> generator) {
    Path folder = Path.of(System.getProperty("docker-audit.conformance", ""), "corpus", kind);
    if (!Files.isDirectory(folder)) {
      return IntStream.range(0, GENERATED).mapToObj(generator).toList();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().map(path -> source(folder, path)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Source source(Path folder, Path path) {
    try {
      return Source.of(
          folder.relativize(path).toString().replace('\\', '/'), Files.readAllBytes(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Source dockerfile(int number) {
    StringBuilder text = new StringBuilder("FROM eclipse-temurin:17-jre AS stage" + number + "\n");
    for (int i = 0; i <= number % 20; i++) {
      text.append(instruction(i));
    }
    return Source.of("Dockerfile." + number, text.toString());
  }

  private static Source compose(int number) {
    StringBuilder text = new StringBuilder("services:\n");
    for (int i = 0; i <= number % 6; i++) {
      text.append(
          """
            service%1$d:
              image: example.com/app/service%1$d:1.%2$d
              restart: unless-stopped
              depends_on: [service0]
              ports:
                - "80%1$d0:8080"
              environment:
                DATABASE_URL: postgres://app:${DB_PASSWORD:?}@db:5432/app
                LOG_LEVEL: ${LOG_LEVEL:-info}
              volumes:
                - data:/var/lib/service%1$d
          """
              .formatted(i, number));
    }
    text.append("volumes:\n  data:\n");
    return Source.of("generated" + number + "/compose.yaml", text.toString());
  }

  /** One instruction of a realistic mix. */
  static String instruction(int number) {
    return switch (number % 6) {
      case 0 ->
          "RUN apt-get update && apt-get install -y curl=8.* \\\n    && rm -rf /var/lib/apt/lists/*\n";
      case 1 -> "COPY --chown=app:app target/app-" + number + ".jar /app/\n";
      case 2 -> "ENV NAME_" + number + "=\"a value\" OTHER=$PATH\n";
      case 3 -> "# What comes next\nWORKDIR /srv/" + number + "\n";
      case 4 -> "RUN if [ -f /x ]; then echo \"$(cat /x)\" | tee /y; else exit 1; fi\n";
      default -> "LABEL org.example.number=\"" + number + "\"\n";
    };
  }
}
