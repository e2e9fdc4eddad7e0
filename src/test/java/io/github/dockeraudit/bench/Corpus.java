package io.github.dockeraudit.bench;

import io.github.dockeraudit.source.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The Dockerfiles to measure with: real ones where they are at hand, else generated ones. */
final class Corpus {

  private static final int GENERATED = 3_000;

  private static final List<Source> FILES = read();

  private Corpus() {}

  static List<Source> files() {
    return FILES;
  }

  private static List<Source> read() {
    Path folder =
        Path.of(System.getProperty("docker-audit.conformance", ""), "corpus", "dockerfiles");
    if (!Files.isDirectory(folder)) {
      return IntStream.range(0, GENERATED).mapToObj(Corpus::generated).toList();
    }
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(Files::isRegularFile).sorted().map(Corpus::source).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Source source(Path path) {
    try {
      return Source.of(path.toString(), Files.readAllBytes(path));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static Source generated(int number) {
    StringBuilder text = new StringBuilder("FROM eclipse-temurin:17-jre AS stage" + number + "\n");
    for (int i = 0; i <= number % 20; i++) {
      text.append(instruction(i));
    }
    return Source.of("Dockerfile." + number, text.toString());
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
